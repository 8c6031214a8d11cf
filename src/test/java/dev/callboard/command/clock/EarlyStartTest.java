package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A class of 14:00 that is given at another hour of the day after all. */
class EarlyStartTest {

  private static final SessionId ID = new SessionId("hybrid-1124");

  private final TestDesk desk =
      new TestDesk(SettableClock.at("2026-11-24T05:53:00Z"), SamplePlans.hybrid());

  private Session session() {
    return Session.fold(ID, desk.ledger().read(ID, 0)).orElseThrow();
  }

  private void startsAtSix() {
    assertThat(desk.types("priya", "open hybrid")).contains("It starts at 14:00");
    desk.passes(Duration.ofMinutes(7));
  }

  @Test
  void classThatIsStartedHoursEarly_isOnTime() {
    startsAtSix();

    assertThat(desk.types("priya", "start"))
        .isEqualTo(
            "Started, far from 14:00: that hour counts no longer. Welcome till 06:05. Ends 07:00.");
    desk.passes(Duration.ofMinutes(3));
    assertThat(desk.types("priya", "status"))
        .contains("Class: on time")
        .doesNotContain("ahead")
        .contains("Ends: 07:00");
    desk.passes(Duration.ofMinutes(2));
    assertThat(desk.types("priya", "next")).contains("On time.");
  }

  @Test
  void itsPrompts_goByItsStart() {
    startsAtSix();
    desk.types("priya", "start");
    desk.types("priya", "next");
    desk.types("priya", "next");
    desk.types("priya", "next");
    desk.passes(Duration.ofMinutes(60));

    assertThat(desk.told("fay"))
        .anyMatch(
            line -> line.startsWith("06:45") && line.contains("15 min to the end of the class"))
        .anyMatch(line -> line.startsWith("07:00") && line.contains("The class should end now."));
    assertThat(desk.told("priya")).noneMatch(line -> line.contains("Welcome"));
    desk.types("priya", "end");
    desk.passes(Duration.ofHours(9));
    assertThat(desk.told("priya")).noneMatch(line -> line.startsWith("13:5"));
  }

  @Test
  void attendance_isMeasuredAgainstTheTimeItRan_whateverTheRule() {
    startsAtSix();
    desk.types("priya", "rules basis scheduled use");
    desk.joins("lee");
    desk.types("priya", "start");
    desk.passes(Duration.ofMinutes(20));
    desk.joins("leo");
    desk.passes(Duration.ofMinutes(40));
    desk.types("priya", "end");
    desk.passes(Duration.ofMinutes(1));

    assertThat(session().register().course().planned()).isNull();
    assertThat(desk.types("priya", "why lee")).contains("present 60 of 60 min");
    assertThat(desk.types("priya", "rules")).contains("of the time the class ran");
  }

  @Test
  void classThatIsALittleEarly_keepsItsHour() {
    desk.types("priya", "open hybrid");
    desk.passes(Duration.ofMinutes(7 * 60 + 8));

    assertThat(desk.types("priya", "start")).startsWith("Started 59 min early.");
    assertThat(desk.types("priya", "status")).contains("Class: 59 min ahead of the clock");
    assertThat(session().register().course().planned()).isNotNull();
  }

  /** By the schedule, nobody of a class of 60 min that ran from 12:30 would have been there. */
  @Test
  void classThatWouldBeOverBeforeItsHour_isGivenAtAnother() {
    desk.types("priya", "open hybrid");
    desk.passes(Duration.ofMinutes(6 * 60 + 37));
    desk.types("priya", "rules basis scheduled use");
    desk.joins("lee");

    assertThat(desk.types("priya", "start")).startsWith("Started, far from 14:00");
    desk.passes(Duration.ofMinutes(60));
    desk.types("priya", "end");
    desk.passes(Duration.ofMinutes(1));

    assertThat(session().run().plannedStart()).isNull();
    assertThat(session().register().course().planned()).isNull();
    assertThat(desk.types("priya", "why lee")).contains("present 60 of 60 min");
  }

  @Test
  void classThatWouldBeOverAtItsHour_isGivenAtAnother() {
    desk.types("priya", "open hybrid");
    desk.passes(Duration.ofMinutes(7 * 60 + 7));

    assertThat(desk.types("priya", "start")).startsWith("Started, far from 14:00");
  }
}
