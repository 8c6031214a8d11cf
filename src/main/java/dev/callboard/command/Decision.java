package dev.callboard.command;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Reply;
import dev.callboard.session.Event;
import dev.callboard.session.SessionId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call: what to write down, what others shall see, what the caller hears.
 *
 * @param opens the class that it creates; null when it is about the class of the call
 */
public record Decision(
    @Nullable SessionId opens, List<Event> events, List<Outgoing> out, Reply reply) {

  public Decision {
    events = List.copyOf(events);
    out = List.copyOf(out);
  }

  /** Only an answer. */
  public static Decision tell(Content content) {
    return new Decision(null, List.of(), List.of(), new Reply.Tell(content));
  }

  public static Decision tell(String text) {
    return tell(Content.text(Line.marked(text)));
  }

  public static Decision of(Event... events) {
    return new Decision(null, List.of(events), List.of(), new Reply.Quiet());
  }

  public Decision opening(SessionId session) {
    return new Decision(session, events, out, reply);
  }

  public Decision saying(List<Outgoing> more) {
    return new Decision(opens, events, Stream.concat(out.stream(), more.stream()).toList(), reply);
  }

  public Decision answering(Content content) {
    return new Decision(opens, events, out, new Reply.Tell(content));
  }

  public Decision replacing(Content content) {
    return new Decision(opens, events, out, new Reply.Replace(content));
  }

  public Decision asking(Reply.Ask question) {
    return new Decision(opens, events, out, question);
  }
}
