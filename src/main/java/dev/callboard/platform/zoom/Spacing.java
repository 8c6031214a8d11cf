package dev.callboard.platform.zoom;

import java.time.Duration;

/** Keeps requests apart that share a limit, whoever makes them. Thread-safe. */
final class Spacing {

  private final long apart;
  private boolean used;
  private long free;

  Spacing(Duration apart) {
    this.apart = apart.toNanos();
  }

  /**
   * Takes the next place.
   *
   * @param now of {@link System#nanoTime()}
   * @return nanoseconds until it is there
   */
  synchronized long take(long now) {
    long place = used && free - now > 0 ? free : now;
    used = true;
    free = place + apart;
    return place - now;
  }
}
