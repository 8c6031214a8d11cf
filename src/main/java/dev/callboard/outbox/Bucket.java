package dev.callboard.outbox;

import dev.callboard.platform.Pace;
import java.time.Duration;
import java.time.Instant;

/** Paces one lane: a burst at once, then one at a time. Not thread-safe: a lane has one sender. */
final class Bucket {

  private final Pace pace;
  private Instant full;

  Bucket(Pace pace, Instant now) {
    this.pace = pace;
    this.full = now;
  }

  /** Takes one; tells how long to wait before sending it. */
  Duration take(Instant now) {
    Instant from = full.isBefore(now) ? now : full;
    full = from.plus(pace.each());
    Duration debt = Duration.between(now, full).minus(pace.each().multipliedBy(pace.burst()));
    return debt.isNegative() ? Duration.ZERO : debt;
  }
}
