package dev.callboard.report.digest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How lengths lie. Quartiles are read between the two nearest values in proportion, as spreadsheets
 * do; all to the millisecond.
 *
 * @param count of how many, at least one
 * @param least the smallest
 * @param lower a quarter of them are this or less
 * @param upper a quarter of them are this or more
 * @param most the largest
 */
public record Spread(
    int count, Duration least, Duration lower, Duration median, Duration upper, Duration most) {

  /** Of these, in any order; empty when there are none. */
  public static Optional<Spread> of(List<Duration> lengths) {
    if (lengths.isEmpty()) {
      return Optional.empty();
    }
    List<Duration> sorted = lengths.stream().sorted().toList();
    return Optional.of(
        new Spread(
            sorted.size(),
            quarters(sorted, 0),
            quarters(sorted, 1),
            quarters(sorted, 2),
            quarters(sorted, 3),
            quarters(sorted, 4)));
  }

  /** The value so many quarters of the way from the first to the last. */
  private static Duration quarters(List<Duration> sorted, int quarters) {
    int way = (sorted.size() - 1) * quarters;
    long below = sorted.get(way / 4).toMillis();
    long above = sorted.get(Math.min(way / 4 + 1, sorted.size() - 1)).toMillis();
    return Duration.ofMillis(below + Math.floorDiv((above - below) * (way % 4), 4L));
  }

  /** The one that is farthest from nothing. */
  public Duration worst() {
    return least.abs().compareTo(most.abs()) > 0 ? least : most;
  }
}
