package dev.callboard.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

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

  public void set(Instant instant) {
    now.set(instant);
  }
}
