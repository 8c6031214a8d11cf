package dev.callboard.session.timing;

import dev.callboard.plan.Plan;
import dev.callboard.plan.Segment;
import dev.callboard.session.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The smallest set of cuts that brings a class back on time, or as near as its plan allows: the
 * fewest changes; of those, the fewest segments left out; of those, the fewest minutes left out; of
 * those, the latest.
 *
 * @param late how much later than it should the class will be over without them
 * @param still how much later it will be over with them
 */
public record CatchUp(List<Cut> cuts, Duration late, Duration still) {

  /** What counts as on time. */
  public static final Duration TOLERANCE = Duration.ofSeconds(30);

  public CatchUp {
    cuts = List.copyOf(cuts);
  }

  /**
   * One segment made shorter, or left out.
   *
   * @param allotted what it would take without the cut
   * @param by what it gives up; all of it when it is left out
   */
  public record Cut(Segment segment, Duration allotted, Duration by, boolean leftOut) {}

  public static CatchUp of(Plan plan, Run run, Instant asked) {
    Instant now = run.notBeforeFacts(asked);
    Timeline timeline = Timeline.of(plan, run, now);
    Instant due = due(plan, timeline);
    Duration late = Duration.between(due, timeline.end());
    if (run.ended() || late.compareTo(TOLERANCE) <= 0) {
      return new CatchUp(List.of(), late, late);
    }
    CutSearch search = new CutSearch(timeline, run, new Projection(plan, run, now));
    List<Cut> cuts = search.cuts(due.plus(TOLERANCE));
    return new CatchUp(cuts, late, Duration.between(due, search.endWith(cuts)));
  }

  /** When the class should be over: by its plan, or its slot when that is longer. */
  public static Instant due(Plan plan, Timeline timeline) {
    Instant slot = timeline.planned().start().plus(plan.slot());
    Instant end = timeline.planned().end();
    return slot.isAfter(end) ? slot : end;
  }

  /** Whether the class is on time as it is. */
  public boolean needless() {
    return late.compareTo(TOLERANCE) <= 0;
  }

  /** Whether the cuts are enough. */
  public boolean enough() {
    return still.compareTo(TOLERANCE) <= 0;
  }
}
