package dev.callboard.command.clock;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination.Direct;
import dev.callboard.chat.Line;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Terms;
import dev.callboard.command.Buttons;
import dev.callboard.plan.Member;
import dev.callboard.session.Accounts;
import dev.callboard.session.Event.Relayed;
import dev.callboard.session.Said;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The second way of prompts that one person has not seen: another account of theirs, else the
 * producers beside them.
 *
 * @param event what is written down of it
 */
record Relay(Relayed event, List<Outgoing> out) {

  private static final String GOT_IT = "seen ";

  /** At least one prompt, all to the same person. */
  static Relay of(Session session, List<Said> prompts, Terms terms) {
    Said first = prompts.getFirst();
    Said last = prompts.getLast();
    List<Integer> numbers = prompts.stream().map(Said::number).toList();
    String words = prompts.stream().map(Said::text).collect(Collectors.joining(" · "));
    String key = "relay-" + first.number();
    Optional<Direct> other = Accounts.otherRoute(session, first.to());
    if (other.isPresent()) {
      Content content =
          content("You may have missed this: ", words)
              .and(Buttons.plain(session.id(), "Got it", GOT_IT + last.number()));
      Message message = new Message(new Audience.One(first.to()), content);
      return new Relay(
          new Relayed(numbers, List.of(first.to())),
          List.of(new Outgoing.Post(key, other.get(), message, terms)));
    }
    Beside beside = new Beside(session, key, first.to(), terms);
    String name = session.plan().person(first.to()).map(Member::name).orElse(first.to());
    return new Relay(
        new Relayed(numbers, beside.producers()),
        beside.tell(
            content(name + " may not have seen this: ", words)
                .and(Buttons.plain(session.id(), "Got it", GOT_IT + last.number()))));
  }

  private static Content content(String before, String words) {
    return Content.of(new Text(Line.of(before).strong(words)));
  }
}
