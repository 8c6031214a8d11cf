package dev.callboard.plan;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all classes of a client.
 *
 * @param attendance the rules where a plan says nothing
 * @param keep how long after the end of a class learners are known by name; null for as long as
 *     there is a log
 * @param leads addresses of those who watch over all its classes, lower case
 */
public record Client(Policy attendance, @Nullable Duration keep, Set<String> leads) {

  /** Nobody in particular, or a client of whom nothing is said. */
  static final Client USUAL = new Client(Policy.USUAL, null, Set.of());
}
