package dev.callboard.campaign;

import dev.callboard.session.Event;
import java.util.function.Predicate;

/**
 * A command as it was typed, and what became of it.
 *
 * @param acknowledged whether the expected reply came
 * @param event what it writes to the log when it is done
 */
record Attempt(String line, boolean acknowledged, Predicate<Event> event) {

  Attempt unanswered() {
    return new Attempt(line, false, event);
  }
}
