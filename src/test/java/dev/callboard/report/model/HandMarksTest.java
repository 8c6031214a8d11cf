package dev.callboard.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.report.AttendanceTable;
import dev.callboard.report.GivenClass;
import dev.callboard.report.digest.DeliverySummary;
import dev.callboard.session.Event;
import dev.callboard.session.attendance.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attendance that somebody wrote by hand, in a class whose meeting may have told of nobody. */
class HandMarksTest {

  private static GivenClass given() {
    return GivenClass.of(
        2,
        List.of(GivenClass.learner("amara", "Amara Bello"), GivenClass.learner("ben", "Ben Fox")));
  }

  private static GivenClass over(GivenClass given) {
    return given
        .event(600, new Event.Entered("part-2"))
        .event(1_200, new Event.Ended())
        .event(1_300, new Event.Marked("amara", Mark.Kind.PRESENT, "was in the room"))
        .event(1_310, new Event.Marked("ben", Mark.Kind.LATE, "was in the room"));
  }

  /** As when somebody presses Next twice. */
  @Test
  void segmentThatNobodyStayedIn_isNobodysToMiss() {
    GivenClass given =
        GivenClass.of(3, List.of(GivenClass.learner("amara", "Amara Bello")))
            .event(600, new Event.Entered("part-2"))
            .event(600, new Event.Entered("part-3"))
            .event(1_200, new Event.Ended());
    Attendance attendance = given.report(1_400).attendance();

    assertThat(attendance.segments())
        .extracting(Attendance.InSegment::segment)
        .containsExactly("part-1", "part-3");
    assertThat(attendance.segments()).extracting(Attendance.InSegment::missed).containsOnly(1);
  }

  @Test
  void whoeverIsPresentByHand_missedNothing() {
    GivenClass given = over(given());
    Attendance attendance = given.report(1_400).attendance();

    assertThat(attendance.segments()).extracting(Attendance.InSegment::missed).containsOnly(0);
    assertThat(attendance.segments()).extracting(Attendance.InSegment::present).containsOnly(2);
    assertThat(attendance.toMakeUp()).isEmpty();
    assertThat(attendance.people()).allMatch(person -> person.missed().isEmpty());
    assertThat(
            AttendanceTable.of(given.session(), GivenClass.START.plusSeconds(1_400))
                .bySegment()
                .rows()
                .get())
        .extracting(List::getLast)
        .containsOnly("no");
  }

  @Test
  void digest_countsThemAmongThoseWhoCame() {
    assertThat(DeliverySummary.of(over(given()).session()).orElseThrow().attended()).isEqualTo(2);
  }

  /** What meetings told of somebody is not undone by a word for the whole class. */
  @Test
  void whoeverWasSeenToLeave_stillMissedTheRest() {
    Attendance attendance =
        over(given().joins(0, "amara").leaves(500, "amara")).report(1_400).attendance();

    assertThat(attendance.toMakeUp())
        .singleElement()
        .satisfies(person -> assertThat(person.missed()).containsExactly("Part 2"));
  }

  @Test
  void whoeverIsAbsentByHand_isNotAmongThoseWhoCame() {
    GivenClass given =
        over(given().joins(0, "amara"))
            .event(1_320, new Event.Marked("amara", Mark.Kind.ABSENT, "that was her phone"));

    assertThat(DeliverySummary.of(given.session()).orElseThrow().attended()).isEqualTo(1);
  }
}
