package dev.callboard.command.clock;

import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.After;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Decision;
import dev.callboard.command.Times;
import dev.callboard.plan.Segment;
import dev.callboard.session.Event.Entered;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Slot;
import dev.callboard.session.timing.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Going from one segment to another. */
final class Moves {

  private Moves() {}

  static Decision to(Call call, Segment segment) {
    Entered entered = new Entered(segment.key());
    Session session = After.of(call, entered);
    return Decision.of(entered)
        .saying(Card.refresh(session, call.now()))
        .answering(answer(session, call.now()));
  }

  private static Content answer(Session session, Instant now) {
    Timeline timeline = Timeline.of(session.plan(), session.run(), now);
    Slot current = timeline.current().orElseThrow();
    Segment segment = current.segment();
    Content content =
        Content.text(
            Line.empty()
                .strong(segment.title())
                .plain(Card.lead(session.plan(), segment) + " till ")
                .clock(current.ends(), session.plan().zone())
                .plain(". " + capital(Times.behind(timeline.behind())) + "."));
    if (segment.cue() != null) {
      content = content.and(new Small(Line.of("Cue: " + segment.cue())));
    }
    return content.and(buttons(session, segment).toArray(Button[]::new));
  }

  private static List<Button> buttons(Session session, Segment segment) {
    List<Button> buttons = new ArrayList<>();
    if (!segment.pages().isEmpty()) {
      int page = segment.pages().getFirst().number();
      buttons.add(Buttons.main(session.id(), "Post page " + page, "page " + page));
    }
    segment.resources().stream()
        .limit(2)
        .forEach(key -> buttons.add(Buttons.plain(session.id(), "Post " + key, "link " + key)));
    buttons.add(
        session.following().isPresent()
            ? Buttons.plain(session.id(), "Next", "next")
            : Buttons.plain(session.id(), "End class", "end"));
    return buttons;
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
