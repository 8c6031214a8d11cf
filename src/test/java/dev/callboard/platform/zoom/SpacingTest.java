package dev.callboard.platform.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpacingTest {

  private static final Duration APART = Duration.ofMillis(100);

  private static long ms(long many) {
    return TimeUnit.MILLISECONDS.toNanos(many);
  }

  /** The clock of the machine may stand below zero and wraps. */
  @ParameterizedTest
  @ValueSource(longs = {0, Long.MIN_VALUE, -1, Long.MAX_VALUE - 5_000_000})
  void whoComeTogether_goOneByOne(long now) {
    Spacing spacing = new Spacing(APART);

    List<Long> waits = LongStream.range(0, 4).map(_ -> spacing.take(now)).boxed().toList();

    assertThat(waits).containsExactly(0L, ms(100), ms(200), ms(300));
  }

  @Test
  void whoComesLater_waitsForTheRestOnly() {
    Spacing spacing = new Spacing(APART);

    assertThat(spacing.take(0)).isZero();
    assertThat(spacing.take(ms(30))).isEqualTo(ms(70));
    assertThat(spacing.take(ms(500))).isZero();
    assertThat(spacing.take(ms(600))).isZero();
  }

  /** The limits of Zoom's label Heavy, of which one in ten is left to other apps. */
  @ParameterizedTest
  @EnumSource(ZoomPlan.class)
  void reports_areFewerThanThePlanAllows(ZoomPlan plan) {
    int limit =
        switch (plan) {
          case FREE -> 1;
          case PRO -> 10;
          case BUSINESS -> 40;
        };
    Spacing spacing = new Spacing(plan.reports());

    long inASecond =
        IntStream.range(0, 100)
            .mapToLong(_ -> spacing.take(0))
            .filter(wait -> wait < ms(1_000))
            .count();

    assertThat(inASecond).isBetween(1L, Math.max(1L, limit - 1L));
  }
}
