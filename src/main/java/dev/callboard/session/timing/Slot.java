package dev.callboard.session.timing;

import dev.callboard.plan.Segment;
import dev.callboard.session.Item.Actual;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One segment on the clock.
 *
 * @param planned when it would be, had everything gone to plan; of no length for a segment that was
 *     inserted
 * @param actual what it has really taken so far, up to now
 * @param expected when it was or will be by now's reckoning: from its first beginning when it was
 *     given, from its coming one when it lies ahead; null when it is skipped or missed
 * @param allotted what it may take: its planned time, extended, and for a cushion without what
 *     delay has used up
 * @param left what remains of that; negative when it is over, nothing once it is done
 */
public record Slot(
    Segment segment,
    Phase phase,
    Window planned,
    Actual actual,
    @Nullable Window expected,
    Duration allotted,
    Duration left) {

  /** Where a segment stands. */
  public enum Phase {
    AHEAD,
    CURRENT,
    DONE,
    /** Left out, or what remained of it was. */
    SKIPPED,
    /** Never given, though the class is past it. */
    MISSED
  }

  public String key() {
    return segment.key();
  }

  /** When it begins or began; by the plan when it is not given. */
  public Instant starts() {
    return expected == null ? planned.start() : expected.start();
  }

  /** When it is or was over; by the plan when it is not given. */
  public Instant ends() {
    return expected == null ? planned.end() : expected.end();
  }

  /** What it took beyond its planned time, as the report counts it; nothing when never given. */
  public Duration over() {
    return actual.visited() ? actual.spent().minus(segment.planned()) : Duration.ZERO;
  }
}
