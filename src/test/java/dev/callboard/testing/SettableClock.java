package dev.callboard.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** A clock that stands still until it is told otherwise. Thread-safe. */
public final class SettableClock implements InstantSource {

  private final AtomicReference<Instant> now;

  public SettableClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /** Stands at a time written as {@code 2026-11-24T14:00:00Z}. */
  public static SettableClock at(String instant) {
    return new SettableClock(Instant.parse(instant));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  public void advance(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  /**
   * Waits while time goes by, a tenth of a second each look: what rings is looked for by this
   * clock, too, and one that stands still after a ring sees no second one.
   */
  public void until(String what, BooleanSupplier done) {
    Await.until(
        what,
        () -> {
          advance(Duration.ofMillis(100));
          return done.getAsBoolean();
        });
  }

  public void set(Instant instant) {
    now.set(instant);
  }
}
