package dev.callboard.chat;

import java.time.Duration;

/** A length of time as a stopwatch shows it. */
public final class Countdown {

  private Countdown() {}

  /** {@code 2:10}, or {@code 1:02:10}; the sign is dropped. */
  public static String of(Duration duration) {
    Duration left = duration.abs();
    return left.toHours() > 0
        ? "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart())
        : "%d:%02d".formatted(left.toMinutesPart(), left.toSecondsPart());
  }
}
