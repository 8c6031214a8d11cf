package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.TestDesk;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Welcome 5, Poll 1 10, Activity 30, Q&A 15, started on time at 14:00. */
class ExtendTest {

  private final TestDesk bot = TestDesk.hybrid();

  @BeforeEach
  void start() {
    bot.types("priya", "open hybrid");
    bot.clock().advance(Duration.ofMinutes(10));
    bot.types("priya", "start");
  }

  @Test
  void extend_givesTheRunningSegmentTime() {
    bot.clock().advance(Duration.ofMinutes(3));

    assertThat(bot.types("priya", "extend 5"))
        .isEqualTo("Welcome till 14:10, 5 min more. 5 min behind the clock, ends 15:05.");
    assertThat(bot.shows(bot.backstage()))
        .singleElement()
        .asString()
        .contains("Now: Welcome, 7:00 left of 10 min · Fay", "Ends: 15:05, 5 min late");
  }

  @Test
  void undo_takesItBack() {
    bot.types("priya", "extend 5");

    assertThat(bot.presses("priya", "Undo"))
        .isEqualTo("Welcome till 14:05, 5 min less. On time, ends 15:00.");
  }

  @Test
  void undoOnceTimeIsUp_takesItBack() {
    bot.passes(Duration.ofSeconds(5 * 60 + 1));
    bot.types("priya", "extend 2");
    bot.passes(Duration.ofSeconds(3));

    assertThat(bot.presses("priya", "Undo"))
        .isEqualTo("Welcome is 0:04 over, 2 min less. On time, ends 15:00.");
    assertThat(bot.types("priya", "extend -1"))
        .isEqualTo("“Welcome” is over its time already, so there is nothing to take away.");
  }

  @Test
  void whatWasGiven_canBeTakenBackInParts_andNoMore() {
    bot.types("priya", "extend 5");
    bot.passes(Duration.ofMinutes(9));

    assertThat(bot.types("priya", "extend -6")).startsWith("“Welcome” has only 1:00 left.");
    assertThat(bot.types("priya", "extend -3")).startsWith("Welcome is 2:00 over, 3 min less.");
    assertThat(bot.types("priya", "extend -2")).startsWith("Welcome is 4:00 over, 2 min less.");
    assertThat(bot.types("priya", "extend -1")).contains("over its time already");
  }

  @Test
  void late_offersToCatchUp() {
    bot.types("priya", "extend 5");

    assertThat(bot.presses("priya", "Catch up")).startsWith("The class ends 15:05, 5 min late.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "extend 5 qa          | Q&A takes 20 min now, 5 min more. On time, ends 15:05.",
        "extend qa 5          | Q&A takes 20 min now, 5 min more. On time, ends 15:05.",
        "extend by 5 min q&a  | Q&A takes 20 min now, 5 min more. On time, ends 15:05.",
        "extend +5m activty   | Activity takes 35 min now, 5 min more. On time, ends 15:05.",
        "extend −3 Poll 1     | Poll 1 takes 7 min now, 3 min less. On time, ends 14:57.",
        "extend -2 this       | Welcome till 14:03, 2 min less. 2 min ahead of the clock, ends"
            + " 14:58.",
      })
  void amountAndSegment_areReadAsPeopleWriteThem(String line, String answer) {
    assertThat(bot.types("priya", line)).startsWith(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "extend 9999          | That is more than I change at once: up to 120 min, more or less.",
        "extend 99999999999   | That is more than I change at once: up to 120 min, more or less.",
        "extend 0             | By 0 min nothing changes.",
        "extend banana        | “banana” is not a number of minutes, such as 5 or -3.",
        "extend 2.5           | “2.5” is not a number of minutes, such as 5 or -3.",
        "extend 5 banana      | No segment is called “banana”. There is welcome, poll-1, activity,"
            + " qa.",
        "extend -8            | “Welcome” has only 5:00 left.",
        "extend -40 activity  | “Activity” has only 30 min to give.",
        "extend               | By how many minutes shall “Welcome” change?",
        "extend qa            | By how many minutes shall “Q&A” change?",
      })
  void whatCannotBe_isAnsweredWithOneSentence(String line, String answer) {
    assertThat(bot.types("priya", line).lines()).first().isEqualTo(answer);
  }

  @Test
  void withoutAmount_offersSome() {
    bot.types("priya", "extend qa");

    assertThat(bot.buttons()).extracting("label").containsExactly("+2", "+5", "+10", "−2", "−5");
    assertThat(bot.presses("priya", "−2")).startsWith("Q&A takes 13 min now");
  }

  @Test
  void belowItsMinimum_isDoneAndRemarked() {
    assertThat(bot.types("priya", "extend -3 activity")).endsWith("The plan says it needs 30 min.");
  }

  @Test
  void segmentThatIsOver_takesNoMoreTime() {
    bot.types("priya", "next");

    assertThat(bot.types("priya", "extend 5 welcome")).isEqualTo("“Welcome” is over.");
  }

  @Test
  void overItsTime_nothingCanBeTakenAway() {
    bot.clock().advance(Duration.ofMinutes(6));

    assertThat(bot.types("priya", "extend -1"))
        .isEqualTo("“Welcome” is over its time already, so there is nothing to take away.");
    assertThat(bot.presses("priya", "Next")).startsWith("Poll 1");
  }
}
