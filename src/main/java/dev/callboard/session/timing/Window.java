package dev.callboard.session.timing;

import java.time.Duration;
import java.time.Instant;

/** From when to when. */
public record Window(Instant start, Instant end) {

  public Duration length() {
    return Duration.between(start, end);
  }
}
