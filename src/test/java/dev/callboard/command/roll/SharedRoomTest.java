package dev.callboard.command.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.TestDesk;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several people in one room, as hybrid classes have them. */
class SharedRoomTest {

  private final TestDesk desk = TestDesk.shipped();

  @BeforeEach
  void start() {
    desk.types("priya", "open hybrid-meetings");
    desk.types("priya", "start");
    desk.joins("fay");
    desk.guestJoins("r1", "Leeds Room");
    minutes(1);
  }

  private void minutes(int minutes) {
    desk.passes(Duration.ofMinutes(minutes));
  }

  private String types(String line) {
    return desk.types("priya", line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fay", "Fay", "#1", "#2", "leeds room", "Leeds Room"})
  void roomOfAnybodyInTheMeeting_holdsMore(String host) {
    assertThat(types("mark +4 with " + host)).contains("4 more count as here whenever");
    assertThat(types("roll")).contains("Here: 0 of 18 and 4 beside them");

    desk.leaves("fay");
    desk.guestLeaves("r1", "Leeds Room");
    minutes(1);
    assertThat(types("roll")).contains("Here: 0 of 18").doesNotContain("beside them");
  }

  @Test
  void roomThatComesAgain_isTheSameRoom() {
    types("mark +4 with leeds room");
    desk.guestLeaves("r1", "Leeds Room");
    minutes(5);
    desk.guestJoins("r2", "Leeds Room");

    assertThat(types("roll")).contains("and 4 beside them");
    assertThat(types("mark +3 with #2")).contains("3 more count");
    assertThat(types("roll")).contains("and 3 beside them");
  }

  @Test
  void learnersBesideTheFacilitator_areThere() {
    assertThat(types("mark kira with fay")).contains("present whenever Fay");
    assertThat(types("roll")).contains("Here: 1 of 18");
  }

  @Test
  void learnersBesideARoomNobodyKnows_countWhileItIsThere() {
    assertThat(types("mark kira and petra with #2"))
        .contains("count as present whenever Leeds Room");
    minutes(20);
    desk.guestLeaves("r1", "Leeds Room");
    minutes(10);

    assertThat(types("why kira")).contains("present 21 of", "in the room of Leeds Room");
    assertThat(types("roll")).contains("Here: 0 of 18", "Away 2: Kira");

    desk.guestJoins("again", "Leeds Room");
    assertThat(types("roll")).contains("Here: 2 of 18");
    assertThat(desk.presses("priya", "Refresh")).contains("Here: 2 of 18");
    types("mark kira alone");
    assertThat(types("roll")).contains("Here: 1 of 18");
  }

  @Test
  void learnersBesideARoom_sitInNoOtherOfThatName() {
    types("mark kira with #2");
    desk.guestJoins("other", "Leeds Room");
    minutes(5);
    desk.guestLeaves("r1", "Leeds Room");
    minutes(5);

    assertThat(types("roll")).contains("Here: 0 of 18");
  }

  @Test
  void learnersBesideARoom_areBesideWhoeverItTurnsOutToBe() {
    types("mark kira with #2");
    types("match #2 jonas");

    assertThat(types("roll")).contains("Here: 2 of 18");
    assertThat(types("why kira")).contains("in the room of Jonas");
  }

  @Test
  void hostNobodyEverSaw_isRefused() {
    assertThat(types("mark kira with nemo")).contains("Nobody on the roster is called");
    assertThat(types("mark +4 with #9")).contains("Nobody in the meeting has the number 9");
  }

  @Test
  void whoeverWasBesideOthers_staysInTheTotalsAfterTheClass() {
    desk.joins("jonas");
    types("mark +4 with fay");
    minutes(50);
    types("end");
    desk.leaves("fay");
    minutes(5);

    assertThat(types("roll")).contains("Seen: 1 of 18 and 4 beside them");
    assertThat(desk.shows(desk.backstage())).anyMatch(card -> card.contains("4 more beside them"));
  }

  @Test
  void whoeverIsAlsoThereThemselves_isSpokenOf() {
    assertThat(types("mark +4 with fay")).contains("counts twice till you take one off");
  }
}
