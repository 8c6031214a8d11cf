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
import dev.callboard.session.Event.Paused;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Slot;
import java.time.Instant;
import java.util.List;

/** Lets the clock of the segment stand still. */
public final class Pause implements Command {

  private static final Spec SPEC =
      new Spec(
          "pause",
          List.of(),
          Spec.STAGE,
          "Stop the segment's clock for a while",
          List.of("pause"),
          12);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.liveClass();
    Instant since = session.run().pausedAt();
    if (since != null) {
      throw new CommandException(
          "The clock stands still already, since "
              + Times.clock(since, session.plan().zone())
              + ".",
          Buttons.main(session.id(), "Resume", "resume"));
    }
    Standing standing = Standing.after(call, new Paused());
    Slot slot = standing.timeline().current().orElseThrow();
    String left = Times.countdown(slot.left()) + (slot.left().isNegative() ? " over." : " left.");
    Line line = Line.of("Paused. ").strong(slot.segment().title()).plain(" has " + left);
    if (slot.left().isNegative()) {
      line = Line.of("Paused. ").strong(slot.segment().title()).plain(" is " + left);
    }
    return standing.decide(Content.text(standing.line(line)).and(standing.buttons()), new Paused());
  }
}
