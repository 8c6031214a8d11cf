package dev.callboard.command;

import dev.callboard.plan.Plan;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Timeline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call of a command.
 *
 * @param session the class it is about, or null when there is none
 * @param house what a command may ask besides
 */
public record Call(
    Caller caller, @Nullable Session session, Arguments arguments, Instant now, House house) {

  /** The class; says what to do when there is none. */
  public Session inClass() {
    Session found = session;
    if (found == null) {
      throw new CommandException("No class is open here. Type `open` to see what you can open.");
    }
    return found;
  }

  /** The class, which must not have ended. */
  public Session openClass() {
    Session found = inClass();
    Instant ended = found.run().endedAt();
    if (ended != null) {
      throw new CommandException(
          "“"
              + found.plan().title()
              + "” ended at "
              + Times.clock(ended, found.plan().zone())
              + ". Notes still work: `note TEXT`.");
    }
    return found;
  }

  /** The class, which must be running. */
  public Session liveClass() {
    Session found = openClass();
    if (!found.run().live()) {
      throw new CommandException(
          "“" + found.plan().title() + "” has not started yet.",
          Buttons.main(found.id(), "Start", "start"));
    }
    return found;
  }

  public Plan plan() {
    return inClass().plan();
  }

  public Timeline timeline() {
    Session found = inClass();
    return Timeline.of(found.plan(), found.run(), now);
  }
}
