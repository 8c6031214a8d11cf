package dev.callboard.session.attendance;

import java.time.Instant;

/**
 * Many who dropped at once: a network or a platform failed, not they.
 *
 * @param from the first of the leaves
 * @param to the last
 * @param people how many
 */
public record Storm(Instant from, Instant to, int people) {

  /** Whether a leave was one of it. */
  public boolean includes(Instant leave) {
    return !leave.isBefore(from) && !leave.isAfter(to);
  }
}
