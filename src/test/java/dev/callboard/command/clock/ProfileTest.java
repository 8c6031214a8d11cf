package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.TestDesk;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How facilitators want to be prompted, in this class and the next. */
class ProfileTest {

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
  void profileAlone_isShown() {
    assertThat(desk.types("fay", "profile"))
        .isEqualTo(
            """
            Fay Okafor is told 5, 2 min before the end of a segment.
            Kept for all classes. A segment's own times in the plan come first.\
            """);
    assertThat(desk.buttons()).hasSize(4);
  }

  @Test
  void whatTheFacilitatorWishes_countsFromNowOn() {
    desk.types("fay", "profile prompts 3");
    desk.types("fay", "profile style brief");
    desk.types("priya", "start");
    passes(6);

    assertThat(desk.told("fay")).containsExactly("14:02 3 min left", "14:05 Time.");
  }

  @Test
  void wishForATimeThatHasPassed_isToldAtOnceAndNotLate() {
    desk.types("priya", "start");
    desk.passes(Duration.ofSeconds(90));
    desk.types("fay", "profile prompts 4");
    desk.types("fay", "profile style brief");
    desk.clock().advance(Duration.ofSeconds(10));
    desk.types("fay", "profile style full");
    desk.clock().advance(Duration.ofSeconds(10));
    desk.passes(Duration.ZERO);
    assertThat(desk.told("fay"))
        .containsExactly("14:01:50 3:10 left, next: Poll 1 (you) (0:20 late)");

    desk.passes(Duration.ofSeconds(10));
    desk.types("fay", "profile prompts 4 3");
    desk.passes(Duration.ofSeconds(5));
    assertThat(desk.told("fay")).last().isEqualTo("14:02 3 min left, next: Poll 1 (you)");
  }

  @Test
  void quietThatIsLifted_makesNothingLate() {
    desk.types("fay", "profile quiet poll");
    desk.types("priya", "start");
    desk.types("priya", "next"); // the poll
    passes(11);
    desk.types("fay", "profile usual");
    passes(1);

    assertThat(desk.told("fay"))
        .containsExactly(
            "14:11 Time. Next: Activity (you)", "14:12 2 min over. Next: Activity (you)");
  }

  @Test
  void quietActivities_areLeftAlone() {
    assertThat(desk.types("priya", "profile fay quiet polls breakout"))
        .startsWith("Fay Okafor is told 5, 2 min before the end of a segment, and left alone in:")
        .contains("in: poll, breakout.");
    desk.types("priya", "start");
    desk.types("priya", "next"); // the poll
    passes(15);

    assertThat(desk.told("fay")).isEmpty();
  }

  @Test
  void nextClass_isAsTheLastOneTaught() {
    desk.types("fay", "profile prompts 4 1");
    desk.types("priya", "end");
    desk.types("priya", "open hybrid");
    desk.types("priya", "start");
    passes(5);

    assertThat(desk.types("fay", "profile")).contains("4, 1 min before");
    assertThat(desk.told("fay"))
        .containsExactly(
            "14:01 4 min left, next: Poll 1 (you)",
            "14:04 1 min left, next: Poll 1 (you)",
            "14:05 Time. Next: Poll 1 (you)");
  }

  @Test
  void usual_takesAllBack() {
    desk.types("fay", "profile prompts 4 1");
    desk.presses("fay", "As usual");

    assertThat(desk.types("fay", "profile")).contains("5, 2 min before");
  }

  @Test
  void oddWishes_areAnsweredWithOneSentence() {
    assertThat(desk.types("fay", "profile prompts 0")).startsWith("How many minutes before");
    assertThat(desk.types("fay", "profile prompts 99999999999")).startsWith("How many minutes");
    assertThat(desk.types("fay", "profile prompts")).startsWith("How many minutes before the end?");
    assertThat(desk.types("fay", "profile style loud")).startsWith("The style is brief or full.");
    assertThat(desk.types("fay", "profile quiet sometimes"))
        .startsWith("Quiet in which activities? poll, quiz,");
    assertThat(desk.types("fay", "profile nobody"))
        .startsWith("No facilitator or producer is called “nobody”.");
    assertThat(desk.types("fay", "profile priya style brief"))
        .isEqualTo("That is for Priya Nair or a producer to say.");
    assertThat(desk.types("fay", "profile fay loud"))
        .startsWith("I can change prompts, style and quiet, or make all as usual.");
  }
}
