package dev.callboard.command.clock;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.After;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Spec;
import dev.callboard.command.Times;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Started;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Prompts;
import dev.callboard.session.timing.Slot;
import dev.callboard.session.timing.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lets the class clock run. */
public final class Start implements Command {

  private static final Spec SPEC =
      new Spec(
          "start",
          List.of(),
          Spec.STAGE,
          "Start the class clock with the first segment",
          List.of("start"),
          2);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    Instant started = session.run().startedAt();
    if (started != null) {
      throw new CommandException(
          "The class already runs, since " + Times.clock(started, session.plan().zone()) + ".",
          Buttons.plain(session.id(), "Status", "status"));
    }
    Session running = After.of(call, new Started());
    List<Event> events = new ArrayList<>(List.of(new Started()));
    Prompts.missed(session, running, call.now()).ifPresent(events::add);
    Prompts.rearmed(running, call.now()).ifPresent(events::add);
    return Decision.of(events.toArray(Event[]::new))
        .saying(Card.refresh(running, call.now()))
        .answering(answer(session, running, call.now()));
  }

  private static Content answer(Session before, Session session, Instant now) {
    Timeline timeline = Timeline.of(session.plan(), session.run(), now);
    Slot first = timeline.current().orElseThrow();
    return Content.text(
            Line.of(punctuality(before, session, now) + " " + first.segment().title() + " till ")
                .clock(first.ends(), session.plan().zone())
                .plain(". Ends ")
                .clock(timeline.end(), session.plan().zone())
                .plain("."))
        .and(new Actions(CardButtons.started(session)));
  }

  private static String punctuality(Session before, Session session, Instant now) {
    Instant planned = before.run().plannedStart();
    if (planned == null) {
      return "Started.";
    }
    if (session.run().plannedStart() == null) {
      String hour = Times.clock(planned, session.plan().zone());
      return "Started, far from " + hour + ": that hour counts no longer.";
    }
    Duration late = Duration.between(planned, now);
    if (late.abs().toSeconds() < 60) {
      return "Started on time.";
    }
    return "Started " + Times.minutes(late) + (late.isNegative() ? " early." : " late.");
  }
}
