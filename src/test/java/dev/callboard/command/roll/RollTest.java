package dev.callboard.command.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Sighting;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is here, as the team sees it and corrects it. The class is at 14:00 for an hour. */
class RollTest {

  private final TestDesk desk = TestDesk.shipped();

  @BeforeEach
  void open() {
    assertThat(desk.types("priya", "open hybrid-meetings")).startsWith("Opened");
  }

  private void minutes(int minutes) {
    desk.passes(Duration.ofMinutes(minutes));
  }

  @Test
  void roll_countsThoseWhoAreHere() {
    desk.joins("amara");
    desk.joins("ben");

    assertThat(desk.types("priya", "roll"))
        .contains("Here: 2 of 18")
        .contains("Missing 16: Ana Ruiz, Chloé Martin");
  }

  @Test
  void whoIsHereBeforeTheStart_isNotMissing() {
    desk.joins("amara");
    minutes(1);

    assertThat(desk.types("priya", "why amara")).contains("here · ").doesNotContain("missing");
    assertThat(desk.types("priya", "why ben")).contains("missing · not here yet");
  }

  @Test
  void segmentThatStillRuns_isNotMissedYet() {
    desk.types("priya", "start");
    minutes(3);
    desk.joins("ben");
    minutes(1);
    assertThat(desk.types("priya", "why ben")).doesNotContain("less than half");

    desk.types("priya", "next");
    assertThat(desk.types("priya", "why ben")).contains("There for less than half of: Welcome");
  }

  @Test
  void whoDroppedBeforeTheStart_isAwayUntilTheyComeBack() {
    desk.joins("amara");
    desk.joins("ben");
    minutes(4);
    desk.leaves("ben");
    minutes(1);
    assertThat(desk.types("priya", "roll"))
        .contains("Here: 1 of 18", "Away 1: Ben Carter (since 13:54)", "Missing 16: Ana Ruiz");

    minutes(5);
    desk.types("priya", "start");
    minutes(5);

    String why = "seen only before the class, till 13:54";
    assertThat(desk.types("priya", "roll")).contains("Away 1: Ben Carter (" + why + ")");
    assertThat(desk.types("priya", "missing"))
        .startsWith("Missing: 16, away: 1")
        .contains("\nBen Carter · " + why + " · ben@learners.example.com");
    assertThat(desk.types("priya", "why ben")).contains("missing · " + why);
    desk.joins("ben");
    assertThat(desk.types("priya", "roll")).contains("Here: 2 of 18").doesNotContain("Away");
  }

  @Test
  void whoWasThereOnlyBeforeTheStart_isAbsentAfterTheEndAndTheCardSaysWhy() {
    desk.joins("ben");
    minutes(4);
    desk.leaves("ben");
    minutes(6);
    desk.types("priya", "start");
    minutes(60);
    desk.types("priya", "end");

    assertThat(desk.types("priya", "roll"))
        .contains("Absent 1: Ben Carter (seen only before the class, till 13:54)")
        .doesNotContain("Away");
    assertThat(desk.types("priya", "why ben"))
        .contains("absent · seen only before the class, till 13:54");
  }

  @Test
  void whoDropsDuringTheClass_isAway() {
    desk.learners().forEach(desk::joins);
    minutes(10);
    desk.types("priya", "start");
    minutes(20);
    desk.leaves("ben");
    minutes(1);

    assertThat(desk.types("priya", "roll")).contains("Away 1: Ben Carter (since 14:20)");
    assertThat(desk.types("priya", "missing"))
        .startsWith("Away: 1\nBen Carter · since 14:20 · ben@learners.example.com");
  }

  @Test
  void roll_isOneCardBackstageEditedInPlace() {
    desk.types("priya", "roll");
    desk.joins("amara");
    minutes(1);
    desk.joins("ben");
    minutes(1);

    assertThat(desk.shows(desk.backstage()).stream().filter(card -> card.startsWith("Roll")))
        .singleElement()
        .asString()
        .contains("Here: 2 of 18");
  }

  @Test
  void facilitatorsAndProducers_areNoLearners() {
    desk.joins("fay");
    desk.joins("priya");

    assertThat(desk.types("priya", "roll")).contains("Here: 0 of 18").doesNotContain("New");
  }

  @Test
  void name_onlyProposes() {
    desk.guestJoins("s1", "Amara Bello");

    assertThat(desk.types("priya", "roll")).contains("Here: 0 of 18").contains("New 1: #1 Amara");
    assertThat(desk.types("priya", "match")).contains("is that Amara Bello?");
    assertThat(desk.presses("priya", "Amara Bello")).contains("Amara Bello is Amara Bello");
    assertThat(desk.types("priya", "roll")).contains("Here: 1 of 18").doesNotContain("New");
  }

  @Test
  void match_canBeTakenBack() {
    desk.guestJoins("s1", "iPhone 12");
    desk.types("priya", "match #1 amara");
    assertThat(desk.types("priya", "roll")).contains("Here: 1 of 18");

    desk.types("priya", "match #1 nobody");

    assertThat(desk.types("priya", "roll")).contains("Here: 0 of 18").contains("Guests 1");
  }

  @Test
  void confirmedName_isRememberedInTheNextClassOfTheClient() {
    desk.guestJoins("s1", "Mara B");
    desk.types("priya", "match #1 amara");
    desk.types("priya", "end");
    assertThat(desk.types("priya", "open hybrid-meetings")).startsWith("Opened");

    desk.guestJoins("s7", "mara  b.");

    assertThat(desk.types("priya", "roll")).contains("Here: 1 of 18");
    assertThat(desk.types("priya", "why amara")).contains("remembered from an earlier class");
  }

  @Test
  void nameOfADevice_isNotRemembered() {
    desk.guestJoins("s1", "iPhone");
    desk.types("priya", "match #1 amara");
    desk.types("priya", "end");
    assertThat(desk.types("priya", "open hybrid-meetings")).startsWith("Opened");

    desk.guestJoins("s7", "iPhone");

    assertThat(desk.types("priya", "roll")).contains("Here: 0 of 18");
  }

  @Test
  void why_explainsWithMinutesGapsAndLateness() {
    minutes(10);
    desk.types("priya", "start");
    minutes(6);
    desk.joins("amara");
    minutes(14);
    desk.leaves("amara");
    minutes(7);
    desk.joins("amara");
    minutes(33);
    desk.types("priya", "end");

    assertThat(desk.types("priya", "why amara"))
        .contains("late · present 47 of 60 min, joined 6 min late, gap 7 min at 14:20");
  }

  @Test
  void mark_winsAndNeedsAReason() {
    minutes(10);
    desk.types("priya", "start");
    minutes(60);
    desk.types("priya", "end");

    assertThat(desk.types("priya", "mark amara present")).contains("needs a reason");
    assertThat(desk.types("priya", "mark amara present joined by phone"))
        .contains("Amara Bello: present")
        .contains("by hand (priya: joined by phone)");
    desk.joins("amara"); // whatever comes later
    assertThat(desk.types("priya", "why amara"))
        .contains("present · by hand (priya: joined by phone)");
    assertThat(desk.types("priya", "mark amara clear")).contains("Amara Bello: absent");
  }

  @Test
  void excuse_needsAReasonToo() {
    assertThat(desk.types("priya", "excuse amara")).contains("Why?");
    assertThat(desk.types("priya", "excuse amara at the dentist")).contains("Amara Bello: excused");
  }

  @Test
  void sharedRoom_countsWithItsHost() {
    desk.joins("jonas");
    desk.types("priya", "mark kira and petra with jonas");
    desk.types("priya", "mark +4 with jonas");

    assertThat(desk.types("priya", "roll")).contains("Here: 3 of 18 and 4 beside them");
    desk.leaves("jonas");
    minutes(1);
    assertThat(desk.types("priya", "roll")).contains("Here: 0 of 18");
  }

  /** It would turn round whatever stands behind the name. */
  @Test
  void nameThatTurnsTheOrder_isShownWithoutThat() {
    desk.guestJoins("s1", "\u202Eevil.\u2066exe");

    assertThat(desk.types("priya", "roll")).contains("evil.exe").doesNotContain("\u202E", "\u2066");
  }

  @Test
  void moveBetweenRooms_neverShowsAsALeave() {
    desk.joins("amara");
    minutes(1);
    desk.leaves("amara");
    assertThat(desk.types("priya", "roll")).contains("Here: 1 of 18");
    desk.joins("amara");
    minutes(1);
    assertThat(desk.types("priya", "roll")).contains("Here: 1 of 18");
  }

  @Test
  void learner_isAskedForWhenTwoMayBeMeant() {
    assertThat(desk.types("priya", "why a")).contains("may be one of several");
    assertThat(desk.types("priya", "why zzz")).contains("Nobody on the roster");
  }

  @Test
  void badNumbers_areAnsweredWithASentence() {
    assertThat(desk.types("priya", "match banana amara")).contains("no number of the roll");
    assertThat(desk.types("priya", "match #99 amara")).contains("Nobody in the meeting");
    assertThat(desk.types("priya", "mark +999999 with jonas")).contains("a number up to 500");
  }

  /** A time of another year is a fault of whoever tells it, and said to be odd. */
  @Test
  void timesFarFromTheClass_areSaid_andNobodyIsHereBeforeTheyCome() {
    TestDesk odd = TestDesk.shipped();
    odd.types("priya", "open hybrid-meetings");
    odd.passes(Duration.ofMinutes(10));
    odd.types("priya", "start");
    odd.sees(Instant.parse("2099-01-01T00:00:00Z"), new Sighting.Joined(odd("amara")));
    odd.sees(Instant.parse("2001-01-01T00:00:00Z"), new Sighting.Joined(odd("ben")));
    odd.joins("chloe");
    odd.sees(Instant.parse("2099-01-01T00:00:00Z"), new Sighting.Left(odd("chloe")));
    odd.joins("dev");
    odd.passes(Duration.ofMinutes(20));

    assertThat(odd.types("priya", "roll")).contains("Here: 3 of 18");
    for (String person : List.of("amara", "ben", "chloe")) {
      assertThat(odd.types("priya", "why " + person)).contains("over a day from the class");
    }
    assertThat(odd.types("priya", "why dev")).doesNotContain("over a day");
  }

  private static Attendee odd(String key) {
    return new Attendee(key, key, key, null, key, null, null);
  }
}
