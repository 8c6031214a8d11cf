package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.TestDesk;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the clock says, to whom and when: the sample class of 5, 10, 30 and 15 minutes at 14:00. */
class PromptsTest {

  private final TestDesk desk = TestDesk.hybrid();

  @BeforeEach
  void open() {
    desk.types("priya", "open hybrid");
    desk.passes(Duration.ofMinutes(10));
  }

  private void passes(int minutes) {
    desk.passes(Duration.ofMinutes(minutes));
  }

  @Test
  void classOnTime_hearsEachMarkOnItsSecond() {
    desk.types("priya", "start");
    passes(5);
    desk.types("priya", "next");
    passes(10);
    desk.types("priya", "next");
    passes(30);
    desk.types("priya", "next");
    passes(15);
    desk.types("priya", "end");
    passes(30);

    assertThat(desk.told("fay"))
        .containsExactly(
            "14:03 2 min left, next: Poll 1 (you)",
            "14:05 Time. Next: Poll 1 (you)",
            "14:10 5 min left, next: Activity (you)",
            "14:13 2 min left, next: Activity (you)",
            "14:15 Time. Next: Activity (you)",
            "14:40 5 min left, next: Q&A (you)",
            "14:43 2 min left, next: Q&A (you)",
            "14:45 Time. Next: Q&A (you) · 15 min to the end of the class",
            "14:50 10 min to the end of the class",
            "14:55 5 min left, then the end · 5 min to the end of the class",
            "14:58 2 min left, then the end · 2 min to the end of the class",
            "15:00 Time. Then the end · The class should end now.",
            "15:10 How did Facilitating Hybrid Meetings go? 4 questions, and the next class gets "
                + "better.");
    assertThat(desk.told("priya"))
        .containsExactly(
            "13:58 In 2 min: Welcome · Fay",
            "14:03 In 2 min: Poll 1 · Fay · launch Poll 1",
            "14:13 In 2 min: Activity · Fay",
            "14:43 In 2 min: Q&A · Fay",
            "14:56 Fay Okafor may not have seen this: 5 min left, then the end · "
                + "5 min to the end of the class",
            "15:10 How did Facilitating Hybrid Meetings go? 4 questions, and the next class gets "
                + "better.");
    assertThat(desk.told("lee")).isEmpty();
  }

  @Test
  void segmentThatRunsOver_isSaidThreeTimes_untilSomebodyGoesOn() {
    desk.types("priya", "start");
    passes(20);

    assertThat(desk.told("fay"))
        .containsExactly(
            "14:03 2 min left, next: Poll 1 (you)",
            "14:05 Time. Next: Poll 1 (you)",
            "14:07 2 min over. Next: Poll 1 (you)",
            "14:09 4 min over. Next: Poll 1 (you)",
            "14:11 6 min over. Next: Poll 1 (you)");
  }

  @Test
  void extension_saysAgainWhatMovedByMoreThanAMinute() {
    desk.types("priya", "start");
    passes(4);
    desk.types("priya", "extend 5");
    passes(6);

    assertThat(desk.told("fay"))
        .containsExactly(
            "14:03 2 min left, next: Poll 1 (you)",
            "14:05 5 min left, next: Poll 1 (you)",
            "14:08 2 min left, next: Poll 1 (you)",
            "14:10 Time. Next: Poll 1 (you)");
  }

  @Test
  void extensionByAMinute_saysNothingAgain() {
    desk.types("priya", "start");
    passes(4);
    desk.types("priya", "extend 1");
    passes(2);

    assertThat(desk.told("fay"))
        .containsExactly("14:03 2 min left, next: Poll 1 (you)", "14:06 Time. Next: Poll 1 (you)");
  }

  @Test
  void pause_holdsTheSegmentsPrompts() {
    desk.types("priya", "start");
    passes(2);
    desk.types("priya", "pause");
    passes(10);
    desk.types("priya", "resume");
    passes(1);

    assertThat(desk.told("fay")).containsExactly("14:13 2 min left, next: Poll 1 (you)");
  }

  @Test
  void serverThatWasAway_saysTheNewestMarkAndHowLate() {
    desk.types("priya", "start");
    desk.clock().advance(Duration.ofSeconds(5 * 60 + 20));
    desk.passes(Duration.ZERO);

    assertThat(desk.told("fay")).containsExactly("14:05:20 Time. Next: Poll 1 (you) (0:20 late)");
  }

  @Test
  void changeThatMovesNothingOfIt_leavesItLate() {
    desk.types("priya", "start");
    desk.clock().advance(Duration.ofSeconds(3 * 60 + 20));
    desk.types("priya", "extend 3 qa");
    desk.types("priya", "lead ravi for qa");
    desk.clock().advance(Duration.ofSeconds(10));
    desk.passes(Duration.ZERO);

    assertThat(desk.told("fay"))
        .last()
        .isEqualTo("14:03:30 2 min left, next: Poll 1 (you) (0:30 late)");
  }

  @Test
  void changeThatBringsItIntoThePast_makesItLateFromThenOn() {
    desk.types("priya", "start");
    desk.clock().advance(Duration.ofMinutes(2));
    desk.types("priya", "extend -2");
    desk.clock().advance(Duration.ofSeconds(20));
    desk.passes(Duration.ZERO);

    assertThat(desk.told("fay"))
        .containsExactly("14:02:20 0:40 left, next: Poll 1 (you) (0:20 late)");
  }

  @Test
  void ownPrompt_comesWhenItWasAskedFor_toThePersonAlone() {
    desk.types("priya", "start");
    assertThat(desk.types("priya", "prompt in 1 \"Ask for questions\""))
        .isEqualTo("Whoever leads at 14:01 is told alone; as things stand, Fay Okafor.");
    assertThat(desk.types("priya", "prompt to ravi at 14:02 Poll 3 is ready"))
        .isEqualTo("Ravi Shah alone is told at 14:02.");
    desk.types("priya", "prompt Mute is on");
    passes(2);

    assertThat(desk.told("fay")).containsExactly("14:00 Mute is on", "14:01 Ask for questions");
    assertThat(desk.told("ravi"))
        .containsExactly("13:58 In 2 min: Welcome · Fay", "14:02 Poll 3 is ready");
    assertThat(desk.shows(desk.classRoom())).isEmpty();
  }

  @Test
  void quietPrompts_stopsThemUntilWanted_andBringsNothingOldBack() {
    desk.types("priya", "start");
    assertThat(desk.types("fay", "quiet-prompts")).startsWith("Fay Okafor gets no timing prompts");
    passes(6);
    desk.types("fay", "quiet-prompts off");
    passes(1);

    assertThat(desk.told("fay")).containsExactly("14:07 2 min over. Next: Poll 1 (you)");
  }

  @Test
  void badTimes_getOneSentence() {
    desk.types("priya", "start");
    assertThat(desk.types("priya", "prompt at 25:61 Hello")).startsWith("“25:61” is not a time");
    assertThat(desk.types("priya", "prompt at 13:00 Hello")).startsWith("13:00 has passed");
    assertThat(desk.types("priya", "prompt in 0 Hello")).startsWith("In how many minutes?");
    assertThat(desk.types("priya", "prompt in 99999999999 x")).startsWith("In how many minutes?");
    assertThat(desk.types("priya", "prompt in 5")).startsWith("What shall I tell Fay Okafor?");
    passes(1);
    assertThat(desk.told("fay")).isEmpty();
  }
}
