package dev.callboard.command.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.TestDesk;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On which page somebody who comes late is told the class is. */
class LatecomerTest {

  private final TestDesk desk = TestDesk.shipped();

  @BeforeEach
  void start() {
    desk.types("priya", "open hybrid-meetings");
    desk.types("priya", "start");
    desk.types("priya", "next");
    minutes(6);
  }

  private void minutes(int minutes) {
    desk.passes(Duration.ofMinutes(minutes));
  }

  private String told(String learner) {
    desk.joins(learner);
    minutes(1);
    return desk.told(learner).getLast();
  }

  @Test
  void pagePostedInTheSegment_isWhereWeAre() {
    desk.types("priya", "page 5");

    assertThat(told("ben")).contains("We are on page 5, “Poll 1”.");
  }

  @Test
  void pagePostedInAnEarlierSegment_isNotWhereWeAreNow() {
    desk.types("priya", "page 3");
    minutes(1);
    desk.types("priya", "next");

    assertThat(told("ben")).contains("We are on page 7, “Three room types”.");
  }

  @Test
  void pagePostedAfterAWayBack_isWhereWeAre() {
    desk.types("priya", "page 5");
    minutes(1);
    desk.types("priya", "next");
    minutes(1);
    desk.types("priya", "back");
    assertThat(told("ben")).contains("We are on page 4, “Poll 1”.");
    desk.types("priya", "page 5");

    assertThat(told("ana")).contains("página 5");
  }
}
