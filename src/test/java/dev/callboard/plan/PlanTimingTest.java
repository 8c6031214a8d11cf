package dev.callboard.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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

  private static Prompting prompts(String words) {
    return PlanTexts.read("slot: 60", "slot: 60\nprompts: {" + words + "}")
        .usable()
        .orElseThrow()
        .prompts();
  }

  private static List<Duration> minutes(Integer... minutes) {
    return Prompting.minutes(List.of(minutes));
  }

  @Test
  void prompts_areAsUsualWhereThePlanSaysNothing() {
    assertThat(PlanTexts.read(PlanTexts.SOUND).usable().orElseThrow().prompts())
        .isEqualTo(Prompting.USUAL);
    assertThat(prompts("cue: 3"))
        .isEqualTo(
            new Prompting(
                minutes(5, 2),
                Duration.ofMinutes(2),
                3,
                minutes(15, 10, 5, 2),
                Duration.ofMinutes(3)));
  }

  @Test
  void prompts_areWhatThePlanSays() {
    assertThat(prompts("left: [10, 1], over-every: 1, over-times: 5, class: [], cue: 0"))
        .isEqualTo(
            new Prompting(minutes(10, 1), Duration.ofMinutes(1), 5, minutes(), Duration.ZERO));
    assertThat(prompts("left: 4").left()).isEqualTo(minutes(4));
  }

  @Test
  void segment_mayHavePromptsOfItsOwnOrWantQuiet() {
    assertThat(first("prompts: [8, 3]").prompts()).isEqualTo(minutes(8, 3));
    assertThat(first("prompts: []").prompts()).isEmpty();
    assertThat(first("cuttable: true").prompts()).isNull();
    assertThat(first("quiet: true").quiet()).isTrue();
  }

  @Test
  void segment_isGoneOnFromByHandUnlessThePlanSaysOtherwise() {
    assertThat(first("advance: auto").auto()).isTrue();
    assertThat(first("advance: auto, fixed-end: \"14:30\"").auto()).isTrue();
    assertThat(first("advance: auto").ledBy("p").auto()).isTrue();
    assertThat(first("advance: manual").auto()).isFalse();
    assertThat(first("quiet: true").auto()).isFalse();
  }

  @Test
  void wrongAdvance_isNamed() {
    assertThat(PlanTexts.read("minutes: 30,", "minutes: 30, advance: yes,").findings())
        .singleElement()
        .asString()
        .contains("segments[0].advance: “yes” (expected: auto or manual");
    assertThat(PlanTexts.read("lead: f", "lead: f, advance: auto").findings())
        .singleElement()
        .asString()
        .contains("segments[1].advance: auto (expected: manual, for nothing comes after)");
  }

  @Test
  void wrongPrompts_areNamed() {
    assertThat(PlanTexts.read("slot: 60", "slot: 60\nprompts: {left: [0]}").findings())
        .singleElement()
        .asString()
        .contains("prompts.left[0]: “0” (expected: a number of minutes from 1 to 480)");
    assertThat(PlanTexts.read("slot: 60", "slot: 60\nprompts: {over: 2}").findings())
        .singleElement()
        .asString()
        .contains("prompts.over: unknown key");
  }
}
