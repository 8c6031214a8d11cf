package dev.callboard.command.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.TestDesk;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amara is there from the start at 14:00, Ben from 14:08; the class ends at 15:00. */
class RulesTest {

  private final TestDesk desk = TestDesk.shipped();

  @BeforeEach
  void hold() {
    desk.types("priya", "open hybrid-meetings");
    desk.passes(Duration.ofMinutes(10));
    desk.types("priya", "start");
    desk.joins("amara");
    desk.passes(Duration.ofMinutes(8));
    desk.joins("ben");
    desk.passes(Duration.ofMinutes(52));
    desk.types("priya", "end");
  }

  private String why(String person) {
    return desk.types("priya", "why " + person);
  }

  @Test
  void rules_areShownInWords() {
    assertThat(desk.types("priya", "rules"))
        .contains("late after 5 min", "at least 75%", "of the time the class ran");
  }

  @Test
  void otherRules_areTriedBeforeTheyAreUsed() {
    assertThat(desk.types("priya", "rules late 10"))
        .contains("late after 10 min", "one of 18 changes", "Ben Carter: late → present");
    assertThat(why("ben")).contains("late");

    desk.types("priya", "rules late 10");
    assertThat(desk.presses("priya", "Use these"))
        .contains("From now on it goes by: late after 10");

    assertThat(why("ben")).contains("present ·");
    assertThat(desk.types("priya", "rules plan")).contains("Ben Carter: present → late");
  }

  @Test
  void planOwnRules_comeBack() {
    desk.types("priya", "rules percent 95 late 30 use");
    assertThat(why("ben")).contains("partial");

    desk.types("priya", "rules plan use");

    assertThat(why("ben")).contains("late");
  }

  @Test
  void rulesThatChangeNothing_saySo() {
    assertThat(desk.types("priya", "rules early 6")).contains("nobody's status changes");
  }

  @Test
  void absence_canBeNoRuleAtAll() {
    desk.types("priya", "rules absent 6 use");
    assertThat(why("ben")).contains("absent");

    assertThat(desk.types("priya", "rules absent off"))
        .contains("Ben Carter: absent → late")
        .doesNotContain("first there after");
  }

  @Test
  void leastShare_canBeNoRuleAtAll() {
    desk.types("priya", "rules percent 95 late 30 use");

    assertThat(desk.types("priya", "rules percent off"))
        .contains("Ben Carter: partial → present")
        .doesNotContain("at least");
    assertThat(desk.types("priya", "rules minutes 55")).contains("at least 55 min, of");
    assertThat(desk.types("priya", "rules minutes off")).contains("at least 95%");
  }

  @Test
  void gapsGraceAndBreaks_areRulesToo() {
    assertThat(desk.types("priya", "rules")).contains("Gaps under 90 s", "back within 5 min");
    assertThat(desk.types("priya", "rules gaps 200 grace 2 breaks left-out"))
        .contains("breaks left out", "Gaps under 200 s", "back within 2 min");

    desk.types("priya", "rules grace 2 breaks left-out use");

    assertThat(desk.types("priya", "rules")).contains("breaks left out", "back within 2 min");
    assertThat(desk.types("priya", "rules breaks counted")).doesNotContain("breaks left out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "late banana|`late` takes a number from 0 to 480, not “banana”",
        "percent 101|`percent` takes a number from 0 to 100",
        "late|“late” is no rule with a number",
        "latte 5|“latte” is no rule with a number",
        "absent never|`absent` takes a number from 0 to 480, not “never”",
        "late off|`late` takes a number from 0 to 480, not “off”",
        "gaps 9999|`gaps` takes a number from 0 to 3600",
        "grace 61|`grace` takes a number from 0 to 60",
        "breaks maybe|`breaks` is counted or left-out, not “maybe”",
        "basis guess|`basis` is scheduled, actual, instructor",
        "late 99999999999|`late` takes a number"
      })
  void badRule_isOneHelpfulSentence(String typed, String said) {
    assertThat(desk.types("priya", "rules " + typed).replace("\n", " ")).contains(plain(said));
  }

  /** The words as plain text shows them. */
  private static String plain(String said) {
    return said.replace("`", "");
  }

  @Test
  void withoutAFacilitator_allTheTimeCountsAndThatIsSaid() {
    assertThat(desk.types("priya", "rules basis instructor use"))
        .contains("of the time the class ran, for no facilitator was recognised");

    assertThat(why("amara"))
        .contains("present · present 60 of 60 min", "no facilitator was recognised");
    assertThat(why("chloe")).contains("absent · not seen in the class").doesNotContain("all the");
  }

  @Test
  void whoCameWhileNobodyTaught_isNotMissing() {
    TestDesk running = TestDesk.shipped();
    running.types("priya", "open hybrid-meetings");
    running.passes(Duration.ofMinutes(10));
    running.types("priya", "start");
    running.joins("fay");
    running.passes(Duration.ofMinutes(3));
    running.leaves("fay");
    running.passes(Duration.ofMinutes(1));
    running.joins("amara");
    running.passes(Duration.ofMinutes(1));
    assertThat(running.types("priya", "rules basis instructor use"))
        .contains("of the time a facilitator was there");

    assertThat(running.types("priya", "why amara")).contains("present · present 0 of 3 min");
  }
}
