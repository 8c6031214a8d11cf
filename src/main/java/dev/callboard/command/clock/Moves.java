package dev.callboard.command.clock;

import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Decision;
import dev.callboard.command.Times;
import dev.callboard.command.say.Links;
import dev.callboard.plan.Segment;
import dev.callboard.session.Event.Entered;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Slot;
import dev.callboard.session.timing.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Going from one segment to another. */
final class Moves {

  private Moves() {}

  static Decision to(Call call, Segment segment) {
    Entered entered = new Entered(segment.key());
    Standing standing = Standing.after(call, entered);
    return standing.decide(answer(standing), entered);
  }

  /** Which segment runs now, with buttons for what it needs; {@code more} come after those. */
  static Content answer(Standing standing, Button... more) {
    return answer(Line.empty(), standing.session(), standing.timeline(), more);
  }

  static Content answer(Line before, Session session, Timeline timeline, Button... more) {
    Slot current = timeline.current().orElseThrow();
    Segment segment = current.segment();
    Line line =
        before
            .strong(segment.title())
            .plain(Card.lead(session.plan(), segment) + " till ")
            .clock(current.ends(), session.plan().zone())
            .plain(". " + Standing.capital(Times.behind(timeline.behind())) + ".");
    Content content =
        Content.text(session.run().paused() ? line.plain(" The clock still stands.") : line);
    Optional<String> cue = Cue.of(segment);
    if (cue.isPresent()) {
      content = content.and(new Small(Line.of("Cue: " + cue.get())));
    }
    List<Button> buttons = buttons(session, segment);
    buttons.addAll(List.of(more));
    return content.and(Standing.buttons(session, timeline, buttons.toArray(Button[]::new)));
  }

  private static List<Button> buttons(Session session, Segment segment) {
    List<Button> buttons = new ArrayList<>();
    if (!segment.pages().isEmpty()) {
      int page = segment.pages().getFirst().number();
      buttons.add(Buttons.main(session.id(), "Post page " + page, "page " + page));
    }
    segment.resources().stream()
        .filter(Links.keysForLearners(session.plan())::contains)
        .limit(2)
        .forEach(key -> buttons.add(Buttons.plain(session.id(), "Post " + key, "link " + key)));
    buttons.add(
        session.following().isPresent()
            ? Onward.plain(session)
            : Buttons.plain(session.id(), "End class", "end"));
    return buttons;
  }
}
