package dev.callboard.session.timing;

import dev.callboard.plan.Segment;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One segment on the clock.
 *
 * @param plannedStart by the plan, had everything gone to time
 * @param start when it began, or will by now's reckoning
 * @param end when it ended, or will by now's reckoning
 * @param spent what it has taken so far, over all visits
 */
public record Slot(
    Segment segment,
    Instant plannedStart,
    Instant plannedEnd,
    @Nullable Instant start,
    @Nullable Instant end,
    Duration spent,
    Phase phase) {

  /** Where a segment stands. */
  public enum Phase {
    AHEAD,
    CURRENT,
    DONE
  }

  /** What it took beyond its planned time; negative while time is left. */
  public Duration over() {
    return spent.minus(segment.planned());
  }
}
