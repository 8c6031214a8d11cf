package dev.callboard.testing;

import java.time.Duration;

/**
 * Lets a settable clock go on as fast as the real one, for what waits by both: db-scheduler looks
 * by the clock it is given, and takes heartbeats by the machine's.
 */
public final class Passing {

  private final SettableClock clock;
  private long last = System.nanoTime();

  private Passing(SettableClock clock) {
    this.clock = clock;
  }

  /** Counts from now on. */
  public static Passing of(SettableClock clock) {
    return new Passing(clock);
  }

  /** Brings the clock as far on as time went since this was asked last. */
  public void goOn() {
    long now = System.nanoTime();
    clock.advance(Duration.ofNanos(now - last));
    last = now;
  }
}
