package dev.callboard.outbox;

import java.time.Duration;

/**
 * Whether a platform is worth asking. Several silences in a row open the circuit for a while that
 * grows; then one message goes ahead of the others, and what comes of it decides. Ticks are the
 * machine's own, in nanoseconds. Not thread-safe.
 */
final class Circuit {

  static final int SILENCES = 5;

  /**
   * The longest pause is half a minute: a prompt must not wait longer for a platform that is back.
   */
  private static final int LONGEST = 5;

  private int silences;
  private int trips;
  private boolean open;
  private boolean probing;
  private long until;

  /** Ticks until somebody may be sent ahead; 0 when it is closed, or now. */
  long early(long now) {
    return open ? Math.max(0, until - now) : 0;
  }

  boolean isOpen() {
    return open;
  }

  /** Whether somebody was sent ahead and is not back. */
  boolean probing() {
    return probing;
  }

  void sendAhead() {
    probing = true;
  }

  /** The platform answered, whatever it said. */
  void answered() {
    silences = 0;
    trips = 0;
    open = false;
    probing = false;
  }

  /** Nothing was learnt by the one sent ahead. */
  void learntNothing() {
    probing = false;
  }

  /**
   * No answer came.
   *
   * @param ahead whether that was the one sent ahead; what left before the circuit opened does not
   *     count again
   * @param chance from 0 to 1, so that many servers do not ask at the same time
   */
  void silent(boolean ahead, long now, double chance) {
    silences++;
    if (open ? ahead : silences >= SILENCES) {
      trips++;
      open = true;
      probing = false;
      until = now + pause(chance).toNanos();
    }
  }

  private Duration pause(double chance) {
    return Retry.pause(Math.min(trips, LONGEST), chance);
  }
}
