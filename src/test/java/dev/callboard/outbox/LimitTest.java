package dev.callboard.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.platform.Rate;
import dev.callboard.platform.Rate.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LimitTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private static Limit limit(int burst, Window... windows) {
    return new Limit(new Rate(burst, Duration.ofSeconds(1), windows), 0);
  }

  private static boolean taken(Limit limit, long now) {
    boolean may = limit.early(now) == 0;
    if (may) {
      limit.take(now);
    }
    return may;
  }

  @Test
  void burst_goesAtOnceThenOneAtATime() {
    Limit limit = limit(3);

    assertThat(taken(limit, 0)).isTrue();
    assertThat(taken(limit, 0)).isTrue();
    assertThat(taken(limit, 0)).isTrue();
    assertThat(limit.early(0)).isEqualTo(SECOND);
    assertThat(limit.early(SECOND / 2)).isEqualTo(SECOND / 2);
    assertThat(taken(limit, SECOND)).isTrue();
    assertThat(limit.early(SECOND)).isEqualTo(SECOND);
  }

  @Test
  void rest_bringsBackTheBurstAndNoMore() {
    Limit limit = limit(2);
    limit.take(0);
    limit.take(0);

    assertThat(limit.rested(SECOND)).isFalse();
    assertThat(limit.rested(2 * SECOND)).isTrue();
    assertThat(taken(limit, 100 * SECOND)).isTrue();
    assertThat(taken(limit, 100 * SECOND)).isTrue();
    assertThat(taken(limit, 100 * SECOND)).isFalse();
  }

  @Test
  void window_isKeptHoweverMuchTheBucketHolds() {
    Limit limit = limit(100, new Window(2, Duration.ofSeconds(10)));

    assertThat(taken(limit, 0)).isTrue();
    assertThat(taken(limit, SECOND)).isTrue();
    assertThat(limit.early(2 * SECOND)).isEqualTo(8 * SECOND);
    assertThat(taken(limit, 10 * SECOND)).isTrue();
    assertThat(limit.early(10 * SECOND)).isEqualTo(SECOND);
    assertThat(limit.rested(19 * SECOND)).isFalse();
    assertThat(limit.rested(20 * SECOND)).isTrue();
  }

  @Test
  void closedLimit_givesNothingUntilThen() {
    Limit limit = limit(5);
    limit.close(30 * SECOND);
    limit.close(20 * SECOND);

    assertThat(limit.early(SECOND)).isEqualTo(29 * SECOND);
    assertThat(limit.rested(SECOND)).isFalse();
    assertThat(limit.early(30 * SECOND)).isZero();
  }

  /** Against a list of all that was ever taken. */
  @Test
  void anyAsking_getsWhatEveryWindowAllowsAndNoMore() {
    List<Window> windows =
        List.of(
            new Window(7, Duration.ofSeconds(1)),
            new Window(8, Duration.ofSeconds(2)),
            new Window(60, Duration.ofSeconds(30)));
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Limit limit = new Limit(new Rate(1_000, Duration.ofNanos(1), windows), 0);
      List<Long> taken = new ArrayList<>();
      long now = 0;
      for (int i = 0; i < 1_000; i++) {
        now += random.nextLong(SECOND / 4);
        long asked = now;
        boolean allowed =
            windows.stream().allMatch(window -> within(taken, window, asked) < window.most());
        assertThat(taken(limit, asked)).as("seed %s, step %s", seed, i).isEqualTo(allowed);
        if (allowed) {
          taken.add(asked);
        }
      }
    }
  }

  private static long within(List<Long> taken, Window window, long now) {
    return taken.stream().filter(at -> now - at < window.per().toNanos()).count();
  }
}
