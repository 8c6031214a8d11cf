package dev.callboard.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.report.GivenClass;
import dev.callboard.report.digest.DeliverySummary;
import dev.callboard.session.Event;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Spans;
import dev.callboard.session.attendance.Spans.Span;
import dev.callboard.session.timing.RandomClass;
import dev.callboard.session.timing.Slot;
import dev.callboard.session.timing.Timeline;
import dev.callboard.session.timing.Window;
import dev.callboard.testing.Cases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for the report of any class. */
class ClassReportPropertyTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Timing timing(RandomClass given) {
    return ClassReport.of(given.session(), given.log(), given.clock()).timing();
  }

  private static Duration sum(List<Duration> durations) {
    return durations.stream().reduce(Duration.ZERO, Duration::plus);
  }

  private static Timing.Part part(Timing timing, String segment) {
    return timing.parts().stream()
        .filter(part -> part.segment().equals(segment))
        .findFirst()
        .orElseThrow();
  }

  /** The rest of a second is rounded down, once. */
  @Test
  void causes_addUpToTheDeviationOfTheEnd() {
    Cases.each(
        2_000,
        random -> {
          RandomClass given = new RandomClass(random).starts().lives();
          Session session = given.session();
          Timing timing = timing(given);
          Timeline timeline = Timeline.of(session.plan(), session.run(), given.clock());

          assertThat(sum(timing.causes().stream().map(Timing.Cause::by).toList()))
              .isEqualTo(timing.deviation());
          assertThat(
                  Duration.between(timeline.planned().end(), timeline.expected().end())
                      .minus(timing.deviation()))
              .isGreaterThanOrEqualTo(Duration.ZERO)
              .isLessThan(SECOND);
        });
  }

  @Test
  void segmentsAndPauses_fillTheClass() {
    Cases.each(
        1_000,
        random -> {
          RandomClass given = new RandomClass(random).starts().lives();
          Timing timing = timing(given);
          Instant until = given.session().run().notBeforeFacts(given.clock());
          Window actual = Objects.requireNonNull(timing.actual());
          Instant end = timing.state() == Timing.State.OVER ? actual.end() : until;

          Duration visits =
              sum(
                  timing.parts().stream()
                      .flatMap(part -> part.visits().stream())
                      .map(Window::length)
                      .toList());
          assertThat(visits).isEqualTo(Duration.between(actual.start(), end));
          Duration paused = sum(timing.pauses().stream().map(Window::length).toList());
          Duration told = sum(timing.parts().stream().map(Timing.Part::paused).toList());
          assertThat(paused.minus(told).abs()).isLessThan(SECOND);
          assertThat(timing.parts())
              .filteredOn(part -> part.fate() == Timing.Fate.GIVEN)
              .allMatch(part -> part.over().equals(part.spent().minus(part.plannedLength())));
        });
  }

  /** Report, desk and digest; only the report rounds so that its sums are right. */
  @Test
  void over_isOneThingEverywhere() {
    Cases.each(
        1_000,
        random -> {
          RandomClass given = new RandomClass(random).starts().lives();
          Session session = given.session();
          Timing timing = timing(given);
          Timeline timeline = Timeline.of(session.plan(), session.run(), given.clock());

          for (Slot slot : timeline.slots()) {
            Timing.Part part = part(timing, slot.key());
            assertThat(part.over().minus(slot.over()).abs()).isLessThan(SECOND);
            assertThat(part.plannedLength()).isEqualTo(slot.segment().planned());
          }
          DeliverySummary.of(session).stream()
              .flatMap(digest -> digest.parts().stream())
              .filter(DeliverySummary.Part::given)
              .forEach(part ->
                  assertThat(part(timing, part.segment()).over().minus(part.over()).abs())
                      .isLessThan(SECOND));
        });
  }

  /**
   * One page has both tables, and no second may lie between them. More does where a server's clock
   * went back.
   */
  @Test
  void segments_ranAsLongInAttendanceAsByTheClock() {
    Cases.each(
        1_000,
        random -> {
          RandomClass given = new RandomClass(random).starts().lives();
          ClassReport report = ClassReport.of(given.session(), given.log(), given.clock());

          for (Attendance.InSegment segment : report.attendance().segments()) {
            Timing.Part timed = part(report.timing(), segment.segment());
            Duration between = segment.ran().minus(timed.spent().plus(timed.paused())).abs();
            assertThat(between.isZero() || between.compareTo(SECOND) > 0).isTrue();
          }
        });
  }

  @Test
  void segmentThatWasPutIn_isNotOverForThat() {
    ClassReport report =
        GivenClass.of(1, List.of())
            .event(60, new Event.Inserted("film", "Film", Duration.ofMinutes(10), "part-1"))
            .event(600, new Event.Entered("film"))
            .event(1_260, new Event.Ended())
            .report(1_300);

    assertThat(part(report.timing(), "film").over()).isEqualTo(Duration.ofMinutes(1));
    assertThat(report.timing().causes())
        .filteredOn(cause -> !cause.by().isZero())
        .extracting(cause -> cause.words() + " " + Words.signed(cause.by()))
        .containsExactly("Film +1:00", "Film: inserted +10:00");
  }

  @Test
  void classThatHasNotBegun_addsUpToo() {
    Cases.each(
        500,
        random -> {
          RandomClass given = new RandomClass(random).lives();
          Session session = given.session();
          Timing timing = timing(given);
          if (timing.state() != Timing.State.NEVER_HELD) {
            Timeline timeline = Timeline.of(session.plan(), session.run(), given.clock());
            assertThat(
                    Duration.between(timeline.planned().end(), timeline.expected().end())
                        .minus(timing.deviation()))
                .isGreaterThanOrEqualTo(Duration.ZERO)
                .isLessThan(SECOND);
          }
        });
  }

  @Test
  void presence_isWhatCountingEverybodyGives() {
    Cases.each(
        300,
        random -> {
          Instant start = Instant.parse("2026-11-24T14:00:00Z");
          List<Spans> everybody =
              IntStream.range(0, random.nextInt(12)).mapToObj(_ -> spans(random, start)).toList();
          Presence presence = Presence.of(everybody);

          for (int second = -5; second < 125; second++) {
            Instant at = start.plusSeconds(second);
            long there = everybody.stream().filter(spans -> spans.contains(at)).count();
            assertThat(presence.at(at)).isEqualTo((int) there);
          }
          assertThat(presence.steps())
              .extracting(Presence.Step::at)
              .isSorted()
              .doesNotHaveDuplicates();
        });
  }

  private static Spans spans(Random random, Instant start) {
    List<Span> all = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Instant from = start.plusSeconds(random.nextInt(100));
      all.add(new Span(from, from.plusSeconds(1 + random.nextInt(20))));
    }
    return Spans.union(all, Duration.ZERO);
  }
}
