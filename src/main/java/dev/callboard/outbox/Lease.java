package dev.callboard.outbox;

import java.time.Duration;

/**
 * Whether lanes that this server claimed are still its own. Claims last only a few seconds, so that
 * another server soon goes on when this one dies, and are renewed all together. Ticks are the
 * machine's own, in nanoseconds. Thread-safe.
 */
final class Lease {

  static final Duration LENGTH = Duration.ofSeconds(4);
  static final Duration BEAT = Duration.ofSeconds(1);

  /** Not trusted to the last moment: the other server has a clock of its own. */
  private static final long TRUSTED = LENGTH.minus(BEAT).toNanos();

  private long first;
  private long last;

  Lease(long now) {
    first = now;
    last = now;
  }

  /**
   * All claims were renewed.
   *
   * @param asked when that was asked for
   */
  synchronized void renewed(long asked) {
    if (asked - last >= TRUSTED) {
      first = asked; // what was claimed before may have gone to another server
    }
    last = asked;
  }

  /** Whether what was claimed then is held now. */
  synchronized boolean holds(long claimed, long now) {
    boolean unbroken = claimed - first >= 0 && now - last < TRUSTED;
    return unbroken || now - claimed < TRUSTED;
  }
}
