package dev.callboard.outbox;

import dev.callboard.platform.Rate;
import dev.callboard.platform.Rate.Window;

/**
 * Keeps to a rate. Measured by the machine's own ticks, in nanoseconds, which no clock change
 * moves. Thread-safe.
 */
final class Limit {

  private final long each;
  private final long burst;
  private final Window[] windows;
  private final int most;
  private final long longest;
  private long full;
  private long closed;

  /** When the newest were taken, as far as a window still counts them: a ring. */
  private long[] taken = new long[4];

  private int next;
  private int size;

  /** Starts with the whole burst at hand. */
  Limit(Rate rate, long now) {
    this.each = rate.each().toNanos();
    this.burst = each * rate.burst();
    this.windows = rate.windows().toArray(Window[]::new);
    this.most = rate.windows().stream().mapToInt(Window::most).max().orElse(0);
    this.longest = rate.windows().stream().mapToLong(w -> w.per().toNanos()).max().orElse(0);
    this.full = now;
    this.closed = now;
  }

  /** Ticks until one may be taken; 0 when it may now. */
  synchronized long early(long now) {
    long wait = Math.max(0, Math.max(closed - now, later(full, now) + each - now - burst));
    for (Window window : windows) {
      if (size >= window.most()) {
        wait = Math.max(wait, newest(window.most()) + window.per().toNanos() - now);
      }
    }
    return wait;
  }

  /** Takes one, whether it is early or not. */
  synchronized void take(long now) {
    full = later(full, now) + each;
    if (most > 0) {
      remember(now);
    }
  }

  /** Nothing may be taken until then. */
  synchronized void close(long until) {
    closed = later(closed, until);
  }

  /** Whether a new one would be no different. */
  synchronized boolean rested(long now) {
    boolean forgotten = size == 0 || now - newest(1) >= longest;
    return full - now <= 0 && closed - now <= 0 && forgotten;
  }

  private void remember(long now) {
    while (size > 0 && (size == most || now - newest(size) >= longest)) {
      size--;
    }
    if (size == taken.length) {
      long[] larger = new long[Math.min(most, 2 * size)];
      for (int i = 0; i < size; i++) {
        larger[i] = newest(size - i);
      }
      taken = larger;
      next = size;
    }
    taken[next % taken.length] = now;
    next = (next + 1) % taken.length;
    size++;
  }

  /** When the newest but so many was taken: 1 for the newest. */
  private long newest(int which) {
    return taken[Math.floorMod(next - which, taken.length)];
  }

  private static long later(long one, long other) {
    return one - other < 0 ? other : one;
  }
}
