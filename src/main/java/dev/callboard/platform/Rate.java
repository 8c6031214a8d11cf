package dev.callboard.platform;

import java.time.Duration;
import java.util.List;

/**
 * How fast something may be asked: a bucket of {@code burst} that gains one every {@code each}, and
 * in no window more than it allows.
 */
public record Rate(int burst, Duration each, List<Window> windows) {

  /**
   * A platform's limit as it is written: so many in any stretch of so long.
   *
   * @param most at least 1
   */
  public record Window(int most, Duration per) {}

  public Rate {
    windows = List.copyOf(windows);
  }

  public Rate(int burst, Duration each, Window... windows) {
    this(burst, each, List.of(windows));
  }

  /** So many at once, and as many in each second after it. */
  public static Rate perSecond(int many) {
    return new Rate(many, Duration.ofSeconds(1).dividedBy(many));
  }
}
