package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.Event;
import dev.callboard.session.Event.Entered;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.testing.Cases;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What holds of segments that the clock goes on from by itself, however a class goes: a stopwatch
 * reads the log beside it.
 */
class AutoAdvancePropertyTest {

  private static final String SEGMENTS =
      """
      - {title: One, minutes: 5, advance: auto}
      - {title: Two, minutes: 10, advance: auto}
      - {title: Three, minutes: 3}
      - {title: Four, minutes: 8, advance: auto}
      - {title: Five, minutes: 34}
      """;

  private static final List<String> LINES =
      List.of(
          "next",
          "back",
          "back one",
          "extend 1",
          "extend 4",
          "extend -2",
          "extend 3 two",
          "skip",
          "skip two",
          "unskip two",
          "pause",
          "pause",
          "resume",
          "resume",
          "resume",
          "move four after one",
          "lead ravi",
          "note fine");

  private static final int CLASSES = 80;
  private static final Duration LONG_AWAY = Duration.ofMinutes(3);

  private int steps;

  /** A stopwatch in somebody's hand, who writes down what each segment had. */
  private static final class Stopwatch {

    private final Map<String, Duration> left =
        new HashMap<>(
            Map.of(
                "one", Duration.ofMinutes(5),
                "two", Duration.ofMinutes(10),
                "three", Duration.ofMinutes(3),
                "four", Duration.ofMinutes(8),
                "five", Duration.ofMinutes(34)));

    private String current = "";
    private Instant at = Instant.EPOCH;
    private boolean stopped;
    private boolean cameInTime;

    void hear(Recorded recorded) {
      runTo(recorded.at());
      switch (recorded.event()) {
        case Event.Started _ -> enter("one");
        case Entered entered -> enter(entered.segment());
        case Event.Extended extended -> {
          left.merge(extended.segment(), extended.by(), Duration::plus);
          if (extended.segment().equals(current)) {
            cameInTime = left().isPositive(); // whoever takes the rest of it away is there
          }
        }
        case Event.Paused _ -> stopped = true;
        case Event.Resumed _ -> stopped = false;
        default -> {}
      }
    }

    private void enter(String segment) {
      current = segment;
      cameInTime = left().isPositive();
    }

    void runTo(Instant now) {
      if (!stopped && !current.isEmpty()) {
        left.merge(current, Duration.between(at, now).negated(), Duration::plus);
      }
      at = now;
    }

    Duration left() {
      return left.getOrDefault(current, Duration.ZERO);
    }
  }

  @Test
  void onTime_itGoesOnOnceAtZeroAndNeverInAPause() {
    Cases.each(
        CLASSES,
        random -> {
          TestDesk desk = AutoAdvanceTest.started(SEGMENTS);
          for (int step = 0; step < 40; step++) {
            desk.passes(Duration.ofMillis(random.nextInt(240_000)));
            twice(desk);
            assertThat(waits(desk)).as("a step that was not taken").isNull();
            types(desk, random);
          }
          check(desk, Duration.ZERO);
          steps += steps(desk);
        });
    assertThat(steps).as("steps in all").isGreaterThan(CLASSES);
  }

  /** A server that was away takes one step at most, and only when it is back soon. */
  @Test
  void late_itGoesOnOnceOrStays() {
    Cases.each(
        CLASSES,
        random -> {
          TestDesk desk = AutoAdvanceTest.started(SEGMENTS);
          for (int step = 0; step < 25; step++) {
            int away = step % 8 == 7 ? 5_400_000 : 150_000;
            desk.clock().advance(Duration.ofMillis(random.nextInt(away)));
            int before = steps(desk);
            twice(desk);
            assertThat(steps(desk) - before).as("steps in one ring").isLessThanOrEqualTo(1);
            types(desk, random);
          }
          check(desk, LONG_AWAY);
          steps += steps(desk);
        });
    assertThat(steps).as("steps in all").isGreaterThan(CLASSES / 2);
  }

  private static void types(TestDesk desk, Random random) {
    desk.types(random.nextBoolean() ? "priya" : "fay", LINES.get(random.nextInt(LINES.size())));
  }

  /** As when two servers ring, or one again after a crash. */
  private static void twice(TestDesk desk) {
    desk.desk().ringing().ring(AutoAdvanceTest.CLASS);
    desk.desk().ringing().ring(AutoAdvanceTest.CLASS);
    desk.passes(Duration.ZERO);
  }

  private static int steps(TestDesk desk) {
    return (int) AutoAdvanceTest.log(desk).stream().filter(AutoAdvancePropertyTest::isStep).count();
  }

  private static boolean isStep(Recorded recorded) {
    return recorded.event() instanceof Entered && recorded.by().equals(Recorded.CALLBOARD);
  }

  /** Every step of the clock was due, and not overdue by more than this. */
  private static void check(TestDesk desk, Duration overdue) {
    Stopwatch watch = new Stopwatch();
    for (Recorded recorded : AutoAdvanceTest.log(desk)) {
      if (isStep(recorded)) {
        watch.runTo(recorded.at());
        assertThat(watch.current).isIn("one", "two", "four");
        assertThat(watch.stopped).as("paused").isFalse();
        assertThat(watch.cameInTime).as("had time").isTrue();
        assertThat(watch.left().negated()).isBetween(Duration.ZERO, overdue);
      }
      watch.hear(recorded);
    }
  }

  /** The segment that should have been left by itself by now; null when none should. */
  private static @Nullable String waits(TestDesk desk) {
    Stopwatch watch = new Stopwatch();
    AutoAdvanceTest.log(desk).forEach(watch::hear);
    watch.runTo(desk.clock().instant());
    Session session = Session.fold(AutoAdvanceTest.CLASS, AutoAdvanceTest.log(desk)).orElseThrow();
    boolean due =
        List.of("one", "two", "four").contains(watch.current)
            && !watch.stopped
            && watch.cameInTime
            && !watch.left().isPositive()
            && session.following().isPresent();
    return due ? watch.current : null;
  }
}
