package dev.callboard.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LimitTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Test
  void burst_goesAtOnceThenOneAtATime() {
    Limit limit = new Limit(3, Duration.ofSeconds(1), 0);

    assertThat(limit.take(0)).isZero();
    assertThat(limit.take(0)).isZero();
    assertThat(limit.take(0)).isZero();
    assertThat(limit.take(0)).isEqualTo(SECOND);
    assertThat(limit.take(SECOND / 2)).isEqualTo(SECOND / 2);
    assertThat(limit.take(SECOND)).isZero();
    assertThat(limit.take(SECOND)).isEqualTo(SECOND);
  }

  @Test
  void rest_bringsBackTheBurstAndNoMore() {
    Limit limit = new Limit(2, Duration.ofSeconds(1), 0);
    limit.take(0);
    limit.take(0);

    assertThat(limit.take(100 * SECOND)).isZero();
    assertThat(limit.take(100 * SECOND)).isZero();
    assertThat(limit.take(100 * SECOND)).isPositive();
  }

  @Test
  void anyAsking_neverGetsMoreThanTheBurstAndOneEach() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Limit limit = new Limit(4, Duration.ofSeconds(1), 0);
      long now = 0;
      long taken = 0;
      for (int i = 0; i < 500; i++) {
        now += random.nextLong(SECOND);
        taken += limit.take(now) == 0 ? 1 : 0;
        assertThat(taken).isLessThanOrEqualTo(4 + now / SECOND);
      }
      assertThat(taken).isGreaterThan(now / SECOND / 2);
    }
  }
}
