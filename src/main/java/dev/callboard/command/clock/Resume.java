package dev.callboard.command.clock;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Spec;
import dev.callboard.command.Times;
import dev.callboard.session.Event.Resumed;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lets the clock of the segment go on. */
public final class Resume implements Command {

  private static final Spec SPEC =
      new Spec(
          "resume", List.of(), Spec.STAGE, "Let the paused clock go on", List.of("resume"), 13);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.liveClass();
    Instant since = session.run().pausedAt();
    if (since == null) {
      throw new CommandException(
          "The clock is running.",
          Buttons.plain(session.id(), "Pause", "pause"),
          Buttons.plain(session.id(), "Status", "status"));
    }
    Standing standing = Standing.after(call, new Resumed());
    Slot slot = standing.timeline().current().orElseThrow();
    Duration stood = Duration.between(since, session.run().notBeforeFacts(call.now()));
    Line line =
        Line.of("On again after " + Times.countdown(stood) + ": ")
            .strong(slot.segment().title())
            .plain(" till ")
            .clock(slot.ends(), session.plan().zone())
            .plain(".");
    return standing.decide(
        Content.text(standing.line(line)).and(standing.buttons(Onward.plain(session))),
        new Resumed());
  }
}
