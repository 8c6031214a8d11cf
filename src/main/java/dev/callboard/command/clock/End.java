package dev.callboard.command.clock;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.After;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Spec;
import dev.callboard.command.Times;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Ended;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Prompts;
import dev.callboard.session.timing.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Closes the class. */
public final class End implements Command {

  private static final Spec SPEC =
      new Spec("end", List.of(), Spec.PRODUCER, "End the class", List.of("end"), 19);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    Session ended = After.of(call, new Ended());
    List<Event> events = new ArrayList<>(List.of(new Ended()));
    Prompts.missed(session, ended, call.now()).ifPresent(events::add);
    return Decision.of(events.toArray(Event[]::new))
        .saying(Card.refresh(ended, call.now()))
        .answering(answer(session, call.now()));
  }

  private static Content answer(Session session, Instant now) {
    Instant started = session.run().startedAt();
    Line line = Line.of("Closed at ").clock(now, session.plan().zone()).plain(". ");
    if (started == null) {
      return Content.text(line.plain("It never started, so there is nothing to report."));
    }
    Instant planned = Timeline.of(session.plan(), session.run(), now).end();
    Duration ran = Duration.between(started, now);
    return Content.text(
            line.plain("It ran " + Times.minutes(ran) + ". ")
                .plain(planned.isAfter(now.plusSeconds(60)) ? "Not all segments were given. " : "")
                .plain("Anything the designer should know?"))
        .and(Buttons.plain(session.id(), "Note", "note"));
  }
}
