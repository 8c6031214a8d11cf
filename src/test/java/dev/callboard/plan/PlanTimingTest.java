package dev.callboard.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a plan says about time. */
class PlanTimingTest {

  private static Segment first(String words) {
    return PlanTexts.read("minutes: 30,", "minutes: 30, " + words + ",")
        .usable()
        .orElseThrow()
        .segments()
        .getFirst();
  }

  @Test
  void segment_needsAllItsTimeUnlessThePlanSaysLess() {
    assertThat(first("cuttable: true").minimum()).isEqualTo(Duration.ofMinutes(30));
    assertThat(first("min-minutes: 20").minimum()).isEqualTo(Duration.ofMinutes(20));
    assertThat(first("min-minutes: 20").cushion()).isFalse();
  }

  @Test
  void cushion_needsNoTimeUnlessThePlanSaysSo() {
    assertThat(first("cushion: true").minimum()).isZero();
    assertThat(first("cushion: true").cushion()).isTrue();
    assertThat(first("cushion: true, min-minutes: 2").minimum()).isEqualTo(Duration.ofMinutes(2));
  }
}
