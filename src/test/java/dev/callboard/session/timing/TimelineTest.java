package dev.callboard.session.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Plan;
import dev.callboard.plan.Segment;
import dev.callboard.session.Run;
import dev.callboard.session.Run.Visit;
import dev.callboard.testing.SamplePlans;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Welcome 5, Poll 1 10, Activity 30, Q&A 15, from 14:00 in London (UTC in November). */
class TimelineTest {

  private static final Plan PLAN = SamplePlans.hybrid();
  private static final Instant TWO = Instant.parse("2026-11-24T14:00:00Z");

  private static Instant at(int minutes) {
    return TWO.plus(Duration.ofMinutes(minutes));
  }

  private static Run run(int started, Visit... visits) {
    return new Run(TWO, at(started), null, List.of(visits));
  }

  @Test
  void onTime_nothingIsBehind() {
    Timeline timeline = Timeline.of(PLAN, run(0, new Visit("welcome", at(0), null)), at(3));

    assertThat(timeline.left()).contains(Duration.ofMinutes(2));
    assertThat(timeline.behind()).isZero();
    assertThat(timeline.end()).isEqualTo(at(60));
  }

  @Test
  void segmentRunningOver_delaysEverythingAfterItAtOnce() {
    Timeline timeline = Timeline.of(PLAN, run(0, new Visit("welcome", at(0), null)), at(8));

    assertThat(timeline.left()).contains(Duration.ofMinutes(-3));
    assertThat(timeline.behind()).isEqualTo(Duration.ofMinutes(3));
    assertThat(timeline.end()).isEqualTo(at(63));
    assertThat(timeline.slots().get(1).start()).isEqualTo(at(8));
  }

  @Test
  void lateStart_isBehindFromTheFirstMinute() {
    Timeline timeline = Timeline.of(PLAN, run(4, new Visit("welcome", at(4), null)), at(5));

    assertThat(timeline.behind()).isEqualTo(Duration.ofMinutes(4));
    assertThat(timeline.end()).isEqualTo(at(64));
  }

  @Test
  void movingOnEarly_isAheadOfTheClock() {
    Timeline timeline =
        Timeline.of(
            PLAN,
            run(0, new Visit("welcome", at(0), at(2)), new Visit("poll-1", at(2), null)),
            at(4));

    assertThat(timeline.behind()).isEqualTo(Duration.ofMinutes(-3));
    assertThat(timeline.end()).isEqualTo(at(57));
  }

  @Test
  void goingBack_countsBothVisits() {
    Timeline timeline =
        Timeline.of(
            PLAN,
            run(
                0,
                new Visit("welcome", at(0), at(4)),
                new Visit("poll-1", at(4), at(5)),
                new Visit("welcome", at(5), null)),
            at(6));

    assertThat(timeline.left()).contains(Duration.ZERO);
    assertThat(timeline.slots().getFirst().spent()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void fixedStart_absorbsAnEarlyFinishAndSlackAbsorbsDelay() {
    Plan plan = withFixedStart("qa", LocalTime.of(14, 50));
    Run early = run(0, new Visit("welcome", at(0), at(1)), new Visit("poll-1", at(1), null));
    Run late = run(3, new Visit("welcome", at(3), null));

    assertThat(Timeline.of(plan, early, at(2)).end()).isEqualTo(at(65));
    assertThat(Timeline.of(plan, late, at(4)).end()).isEqualTo(at(65));
    assertThat(Timeline.of(plan, late, at(4)).behind()).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void fixedTimeAfterMidnight_isOnTheNextDay() {
    Plan plan = withFixedStart("qa", LocalTime.of(0, 10));
    Instant start = Instant.parse("2026-11-24T23:20:00Z");
    Run run = new Run(start, start, null, List.of(new Visit("welcome", start, null)));

    assertThat(Timeline.of(plan, run, start).end())
        .isEqualTo(Instant.parse("2026-11-25T00:25:00Z"));
  }

  @Test
  void hourThatTheClockSkips_isNotClassTime() {
    Plan plan = withFixedStart("qa", LocalTime.of(2, 10));
    Instant start = Instant.parse("2027-03-28T00:30:00Z"); // 01:00 becomes 02:00 at 01:00 UTC
    Run run = new Run(start, start, null, List.of(new Visit("welcome", start, null)));

    assertThat(Timeline.of(plan, run, start).slots().getLast().start())
        .isEqualTo(Instant.parse("2027-03-28T01:15:00Z"));
  }

  @Test
  void beforeTheStart_thePlanIsShown() {
    Timeline timeline = Timeline.of(PLAN, new Run(TWO, null, null, List.of()), at(-10));

    assertThat(timeline.current()).isEmpty();
    assertThat(timeline.slots())
        .extracting(Slot::start)
        .containsExactly(at(0), at(5), at(15), at(45));
    assertThat(timeline.end()).isEqualTo(at(60));
  }

  @Test
  void afterTheEnd_onlyWhatWasIsLeft() {
    Run run = new Run(TWO, at(0), at(40), List.of(new Visit("welcome", at(0), at(40))));
    Timeline timeline = Timeline.of(PLAN, run, at(90));

    assertThat(timeline.end()).isEqualTo(at(40));
    assertThat(timeline.slots().getFirst().over()).isEqualTo(Duration.ofMinutes(35));
    assertThat(timeline.slots().get(1).start()).isNull();
  }

  private static Plan withFixedStart(String key, LocalTime time) {
    List<Segment> segments = new ArrayList<>();
    for (Segment s : PLAN.segments()) {
      segments.add(
          s.key().equals(key)
              ? new Segment(
                  s.key(),
                  s.title(),
                  s.planned(),
                  s.minimum(),
                  s.cuttable(),
                  time,
                  null,
                  s.lead(),
                  s.pages(),
                  s.resources(),
                  s.activity(),
                  s.instructions(),
                  s.cue())
              : s);
    }
    return new Plan(
        PLAN.key(),
        PLAN.title(),
        PLAN.zone(),
        null,
        PLAN.startTime(),
        PLAN.slot(),
        PLAN.languages(),
        PLAN.workbook(),
        PLAN.people(),
        PLAN.rooms(),
        PLAN.welcome(),
        PLAN.resources(),
        segments,
        PLAN.facilitatorMay());
  }
}
