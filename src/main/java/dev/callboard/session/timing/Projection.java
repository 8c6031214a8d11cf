package dev.callboard.session.timing;

import dev.callboard.plan.Plan;
import dev.callboard.plan.Segment;
import dev.callboard.session.Run;
import dev.callboard.session.Run.Visit;
import dev.callboard.session.timing.Slot.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Puts one segment on the clock: what was, what is, what will be. */
record Projection(Plan plan, Run run, Instant planned, Instant now) {

  /**
   * @param index of the segment in the plan
   * @param current index of the running segment; −1 before the start, beyond the last after the end
   * @param cursor when the segment before it ended or will end
   */
  Slot slot(int index, int current, Instant cursor, Instant plannedStart, Instant plannedEnd) {
    Segment segment = plan.segments().get(index);
    List<Visit> visits =
        run.visits().stream().filter(visit -> visit.segment().equals(segment.key())).toList();
    Duration spent = spent(visits);
    if (index == current) {
      Instant end = Timeline.notBefore(currentEnd(segment, visits, spent), now);
      return new Slot(
          segment, plannedStart, plannedEnd, visits.getFirst().from(), end, spent, Phase.CURRENT);
    }
    if (index < current) {
      boolean skipped = visits.isEmpty();
      return new Slot(
          segment,
          plannedStart,
          plannedEnd,
          skipped ? null : visits.getFirst().from(),
          skipped ? null : visits.getLast().to(),
          spent,
          Phase.DONE);
    }
    Instant start = Timeline.notBefore(cursor, Timeline.fixed(plan, segment.fixedStart(), planned));
    Instant end =
        Timeline.until(start, segment.planned(), Timeline.fixed(plan, segment.fixedEnd(), planned));
    return new Slot(segment, plannedStart, plannedEnd, start, end, spent, Phase.AHEAD);
  }

  /** The end by what is left of the planned time, counted over all visits. */
  private Instant currentEnd(Segment segment, List<Visit> visits, Duration spent) {
    Instant fixedEnd = Timeline.fixed(plan, segment.fixedEnd(), planned);
    Instant byDuration = now.plus(segment.planned().minus(spent));
    return fixedEnd == null ? byDuration : Timeline.notBefore(visits.getLast().from(), fixedEnd);
  }

  private Duration spent(List<Visit> visits) {
    return visits.stream()
        .map(visit -> {
          Instant to = visit.to();
          return Duration.between(visit.from(), to == null ? now : to);
        })
        .reduce(Duration.ZERO, Duration::plus);
  }
}
