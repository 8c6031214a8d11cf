package dev.callboard.command.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Sighting;
import dev.callboard.testing.TestDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Saying who somebody is, and taking it back. */
class MatchTest {

  private final TestDesk desk = TestDesk.shipped();

  @BeforeEach
  void open() {
    assertThat(desk.types("priya", "open hybrid-meetings")).startsWith("Opened");
  }

  private void nextClass() {
    desk.types("priya", "end");
    open();
  }

  private String roll() {
    return desk.types("priya", "roll");
  }

  @Test
  void part_takesBackAMatch() {
    desk.guestJoins("s1", "iPhone 12");
    desk.types("priya", "match #1 amara");
    assertThat(roll()).contains("Here: 1 of 18");

    assertThat(desk.types("priya", "part #1")).contains("stands alone now");

    assertThat(roll()).contains("Here: 0 of 18").contains("New 1: #1 iPhone 12");
    desk.types("priya", "match #1 ben");
    assertThat(desk.types("priya", "why ben")).contains("confirmed by hand");
  }

  @Test
  void part_forgetsTheNameToo() {
    desk.guestJoins("s1", "Mara B");
    desk.types("priya", "match #1 amara");
    desk.types("priya", "part #1");
    nextClass();
    desk.guestJoins("s7", "Mara B");

    assertThat(roll()).contains("Here: 0 of 18");
  }

  @Test
  void partedAccount_isNotThePersonOfThePlanAnyMore() {
    desk.joins("amara");
    desk.types("priya", "part #1");

    assertThat(roll()).contains("Here: 0 of 18").contains("New 1: #1 amara");
  }

  @Test
  void undoOfAMatch_takesBackAllOfIt() {
    desk.sees(new Sighting.Joined(withAccount("c1")));
    desk.sees(new Sighting.Joined(withAccount("c2")));
    desk.types("priya", "match #1 amara");
    assertThat(roll()).contains("Here: 1 of 18");
    desk.types("priya", "match #1 amara");

    assertThat(desk.presses("priya", "Undo")).contains("Taken back");

    assertThat(roll()).contains("Here: 0 of 18").contains("New 1");
    nextClass();
    desk.sees(new Sighting.Joined(withAccount("c3")));
    assertThat(roll()).contains("Here: 0 of 18");
  }

  private static Attendee withAccount(String connection) {
    return new Attendee(connection, connection, "u9", null, "Mara B", null, null);
  }

  @Test
  void matchOfOneDevice_leavesTheOthersOfThatPerson() {
    desk.joins("amara");
    desk.guestJoins("s1", "iPhone 12");
    desk.types("priya", "match #2 amara");

    desk.types("priya", "match #2 ben");

    assertThat(roll()).contains("Here: 2 of 18");
    assertThat(desk.types("priya", "why amara")).contains("recognised by account");
  }

  @Test
  void confirmedName_creditsNobodyElseWhoIsCalledSo() {
    desk.guestJoins("s1", "Amara Bello");
    desk.types("priya", "match #1 ben");
    desk.guestJoins("s2", "Amara Bello");

    assertThat(roll()).contains("Here: 1 of 18").contains("New 1: #2 Amara Bello");
    desk.types("priya", "match");
    assertThat(desk.buttons()).anyMatch(button -> button.line().endsWith("match #2 ben"));
  }

  @Test
  void guestName_makesNobodyElseAGuest() {
    desk.guestJoins("s1", "Zed");
    desk.types("priya", "match #1 nobody");
    desk.guestJoins("s2", "Zed");

    assertThat(roll()).contains("Guests 1").contains("New 1: #2 Zed");
  }

  @Test
  void facilitatorWhoCameAsAGuest_canBeNamed() {
    desk.guestJoins("s1", "Fay O");

    assertThat(desk.types("priya", "match")).contains("is that Fay Okafor?");
    assertThat(desk.types("priya", "match #1 fay")).contains("Fay O is Fay Okafor");
    assertThat(roll()).contains("Here: 0 of 18").doesNotContain("New");
  }

  @Test
  void twoPeople_areNotMadeOne() {
    desk.joins("amara");
    desk.joins("ben");

    assertThat(desk.types("priya", "match #1 #2"))
        .contains("Amara Bello (by account)")
        .contains("That is two people");
    assertThat(roll()).contains("Here: 2 of 18");
  }

  @Test
  void threeDevices_becomeOnePerson() {
    desk.guestJoins("s1", "A");
    desk.guestJoins("s2", "B");
    desk.guestJoins("s3", "C");
    desk.types("priya", "match #1 #2");
    desk.types("priya", "match #1 #3");

    assertThat(roll()).contains("New 1: #1");
  }
}
