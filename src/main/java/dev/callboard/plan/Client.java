package dev.callboard.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all classes of a client.
 *
 * @param attendance the rules where a plan says nothing
 * @param keep how long after the end of a class learners are known by name; null for as long as
 *     there is a log
 */
public record Client(Policy attendance, @Nullable Duration keep) {

  /** Nobody in particular, or a client of whom nothing is said. */
  static final Client USUAL = new Client(Policy.USUAL, null);
}
