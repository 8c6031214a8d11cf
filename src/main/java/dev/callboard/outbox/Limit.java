package dev.callboard.outbox;

import java.time.Duration;

/**
 * So many at once, then one at a time. Measured by the machine's own ticks, which no clock change
 * moves. Thread-safe.
 */
final class Limit {

  private final long each;
  private final long burst;
  private long full;

  /**
   * Starts with the whole burst at hand.
   *
   * @param now ticks in nanoseconds
   */
  Limit(int burst, Duration each, long now) {
    this.each = each.toNanos();
    this.burst = this.each * burst;
    this.full = now;
  }

  /** Takes one if there is one; nanoseconds to wait before asking again, 0 when it was taken. */
  synchronized long take(long now) {
    long next = (full - now < 0 ? now : full) + each;
    long early = next - now - burst;
    if (early > 0) {
      return early;
    }
    full = next;
    return 0;
  }
}
