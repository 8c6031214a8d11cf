package dev.callboard.command.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.TestDesk;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attendance written by hand, where it shows, and how it is taken back. */
class MarkTest {

  private final TestDesk desk = TestDesk.shipped();

  @BeforeEach
  void open() {
    desk.types("priya", "open hybrid-meetings");
  }

  private String roll() {
    return desk.types("priya", "roll");
  }

  @Test
  void markedLearner_standsInARowOfTheirOwn() {
    desk.types("priya", "mark amara present joined by phone");
    desk.types("priya", "mark ben absent told me so");
    desk.types("priya", "excuse chloe at the dentist");

    assertThat(roll())
        .contains("By hand 2: Amara Bello (present), Ben Carter (absent)")
        .contains("Excused 1: Chloé Martin")
        .contains("Missing 15");
  }

  @Test
  void why_saysAMarkOnce() {
    desk.types("priya", "mark amara present joined by phone");

    assertThat(desk.types("priya", "why amara"))
        .contains("present · by hand (priya: joined by phone)");
  }

  @Test
  void whoeverWasMarkedAbsent_wasNotSeen() {
    desk.types("priya", "start");
    desk.passes(Duration.ofMinutes(60));
    desk.types("priya", "mark amara present joined by phone");
    desk.types("priya", "mark ben absent told me so");
    desk.types("priya", "end");

    assertThat(roll()).contains("Seen: 1 of 18");
  }

  @Test
  void sharedRoom_isTakenBackByItsButton() {
    desk.joins("jonas");
    desk.types("priya", "mark kira and petra with jonas");
    assertThat(roll()).contains("Here: 3 of 18");
    desk.types("priya", "mark kira and petra with jonas");

    assertThat(desk.presses("priya", "Undo")).contains("count by themselves again");

    assertThat(roll()).contains("Here: 1 of 18");
    assertThat(desk.types("priya", "mark kira alone")).contains("nothing to take back");
  }

  @Test
  void sharedRoom_isClearedLikeAnyMark() {
    desk.joins("jonas");
    desk.types("priya", "mark kira with jonas");
    desk.types("priya", "mark kira clear");

    assertThat(roll()).contains("Here: 1 of 18");
  }

  @Test
  void roomSharedLater_isTheOneThatCounts() {
    desk.joins("jonas");
    desk.types("priya", "mark kira with jonas");
    desk.types("priya", "mark kira with petra");

    assertThat(roll()).contains("Here: 1 of 18");
  }

  @Test
  void absent_winsOverASharedRoom() {
    desk.joins("jonas");
    desk.types("priya", "mark kira with jonas");
    desk.types("priya", "mark kira absent she went home");

    assertThat(roll()).contains("Here: 1 of 18").contains("Kira Novak (absent)");
  }

  @Test
  void undoOfTheNameless_bringsBackHowManyThereWere() {
    desk.joins("jonas");
    desk.types("priya", "mark +2 with jonas");
    desk.types("priya", "mark +40 with jonas");
    desk.presses("priya", "Undo");

    assertThat(roll()).contains("Here: 1 of 18 and 2 beside them");
  }

  /** As they are typed, and how the reason is read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          excuse amara at the dentist          | Amara Bello  | priya: at the dentist)
          excuse amara bello at the dentist    | Amara Bello  | priya: at the dentist)
          excuse Amara Bello: at the dentist   | Amara Bello  | priya: at the dentist)
          excuse chloé martin, ill             | Chloé Martin | priya: ill)
          excuse "Ben Carter" ill              | Ben Carter   | priya: ill)
          excuse “ben”, ill                    | Ben Carter   | priya: ill)
          excuse ben "ill", they say           | Ben Carter   | priya: "ill", they say)
          excuse 'Ben' doctor's appointment    | Ben Carter   | priya: doctor's appointment)
          excuse benn ill                      | Ben Carter   | priya: ill)
          """)
  void excuse_readsNamesOfSeveralWords(String line, String who, String reason) {
    assertThat(desk.types("priya", line)).startsWith(who + ": excused").contains(reason);
  }

  @Test
  void excuseOfAFullName_needsAReasonToo() {
    assertThat(desk.types("priya", "excuse amara bello")).contains("Why?");
    assertThat(desk.types("priya", "excuse")).contains("excuse NAME REASON");
    assertThat(desk.types("priya", "excuse nemo ill")).contains("Nobody on the roster is called");
  }
}
