package dev.callboard.session.attendance;

import static dev.callboard.session.attendance.ToldClass.PLAN;
import static dev.callboard.session.attendance.ToldClass.guest;
import static dev.callboard.session.attendance.ToldClass.learner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Role;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A roll of a thousand people, as it is worked out with every burst of facts. */
class LargeRollTest {

  private static final int PEOPLE = 1_000;

  private static Plan plan() {
    List<Member> people =
        IntStream.range(0, PEOPLE)
            .mapToObj(i ->
                new Member(
                    "p" + i,
                    "Person Number " + i,
                    Role.LEARNER,
                    "p" + i + "@learners.example.com",
                    Map.of(),
                    null,
                    List.of()))
            .toList();
    return PLAN.with(people, PLAN.attendance());
  }

  private static Duration best(ToldClass told, Plan plan) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 30; i++) {
      long before = processorNanos();
      assertThat(told.roll(700, plan).learners()).hasSize(PEOPLE);
      best = Math.min(best, processorNanos() - before);
    }
    return Duration.ofNanos(best);
  }

  /** Of this thread, so that what else runs on the machine counts for nothing. */
  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Test
  void thousandWhomNobodyKnows_takeNoTime() {
    ToldClass told = new ToldClass();
    IntStream.range(0, PEOPLE).forEach(i -> told.joins(0, guest("c" + i, "Somebody Else " + i)));

    assertThat(best(told, plan())).isLessThan(Duration.ofMillis(100));
  }

  @Test
  void thousandWhoDropAtOnce_takeNoTime() {
    ToldClass told = new ToldClass();
    IntStream.range(0, PEOPLE).forEach(i -> told.joins(0, learner("p" + i, "c" + i)));
    IntStream.range(0, PEOPLE).forEach(i -> told.leaves(600 + i / 50, learner("p" + i, "c" + i)));

    assertThat(told.roll(700, plan()).storms()).extracting(Storm::people).containsExactly(PEOPLE);
    assertThat(best(told, plan())).isLessThan(Duration.ofMillis(100));
  }
}
