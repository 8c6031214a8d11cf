package dev.callboard.report.model;

import java.time.Duration;

/**
 * Makes whole seconds of durations so that the sum of the first so many is always that of the exact
 * ones, rounded down.
 */
final class WholeSeconds {

  private Duration exact = Duration.ZERO;
  private long told;

  Duration next(Duration duration) {
    exact = exact.plus(duration);
    long before = told;
    told = exact.getSeconds();
    return Duration.ofSeconds(told - before);
  }
}
