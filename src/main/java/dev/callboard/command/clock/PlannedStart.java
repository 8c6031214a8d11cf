package dev.callboard.command.clock;

import dev.callboard.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a delivery opened now is planned to start. A plan that names a day means that day. One that
 * only names a time means the time nearest to now, if that is near enough to be meant.
 */
public final class PlannedStart {

  private static final Duration AHEAD = Duration.ofHours(12);
  private static final Duration PASSED = Duration.ofHours(1);

  private PlannedStart() {}

  /** The start; empty when a plan that names only a time is opened far from it. */
  public static Optional<Instant> of(Plan plan, Instant now) {
    LocalDate day = plan.startDate();
    if (day != null) {
      return Optional.of(at(plan, day));
    }
    LocalDate today = now.atZone(plan.zone()).toLocalDate();
    return Stream.of(today.minusDays(1), today, today.plusDays(1))
        .map(date -> at(plan, date))
        .filter(start -> start.isAfter(now.minus(PASSED)) && start.isBefore(now.plus(AHEAD)))
        .findFirst();
  }

  private static Instant at(Plan plan, LocalDate day) {
    return day.atTime(plan.startTime()).atZone(plan.zone()).toInstant();
  }
}
