package dev.callboard.platform.slack;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The clock, and how long is waited.
 *
 * @param call for one answer of the Web API
 * @param identity for a person's name and address, on the way of a request
 * @param again before the first new try, at start-up and with a picture; doubles
 */
record Patience(InstantSource clock, Duration call, Duration identity, Duration again) {

  /** Slack waits 3 s for an answer, so half of that may go into learning who asks. */
  static Patience usual(InstantSource clock) {
    return new Patience(
        clock, Duration.ofSeconds(10), Duration.ofMillis(1_500), Duration.ofSeconds(2));
  }
}
