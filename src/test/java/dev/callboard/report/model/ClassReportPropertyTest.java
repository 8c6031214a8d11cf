package dev.callboard.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.Session;
import dev.callboard.session.attendance.Spans;
import dev.callboard.session.attendance.Spans.Span;
import dev.callboard.session.timing.RandomClass;
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
