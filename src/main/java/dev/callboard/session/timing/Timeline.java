package dev.callboard.session.timing;

import dev.callboard.plan.Plan;
import dev.callboard.session.Run;
import dev.callboard.session.timing.Slot.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a class stands: every segment of its running order planned and projected, and how far
 * behind it is.
 *
 * @param slots in the running order
 * @param planned from when to when the class would be, had everything gone to plan
 * @param expected from when to when it was, or will be by now's reckoning
 * @param paused whether the clock of the segment stands still
 * @param now when this holds; never before the newest fact
 */
public record Timeline(
    List<Slot> slots, Window planned, Window expected, boolean paused, Instant now) {

  public Timeline {
    slots = List.copyOf(slots);
  }

  /**
   * The timeline at {@code asked}. A class that nobody planned for an hour, or that is late to
   * start, is shown as if it began now.
   */
  public static Timeline of(Plan plan, Run run, Instant asked) {
    Projection projection = new Projection(plan, run, run.notBeforeFacts(asked));
    List<Slot> slots = projection.slots();
    Window planned = new Window(projection.planned(), projection.plannedEnd());
    Instant end = run.endedAt() == null ? projection.end() : run.endedAt();
    Window expected = new Window(projection.begins(), end);
    return new Timeline(slots, planned, expected, run.paused(), projection.now());
  }

  /** When the class will be over as things stand, or was. */
  public Instant end() {
    return expected.end();
  }

  /** The segment that runs now. */
  public Optional<Slot> current() {
    return slots.stream().filter(slot -> slot.phase() == Phase.CURRENT).findFirst();
  }

  public Optional<Slot> slot(String segment) {
    return slots.stream().filter(slot -> slot.key().equals(segment)).findFirst();
  }

  /** Time left in the current segment; negative when it is over. */
  public Optional<Duration> left() {
    return current().map(Slot::left);
  }

  /**
   * How far the class is behind the clock: how much later than planned the current segment will be
   * done. Negative when ahead, zero outside the running class.
   */
  public Duration behind() {
    return current()
        .map(slot -> Duration.between(slot.planned().end(), slot.ends()))
        .orElse(Duration.ZERO);
  }

  /** How far the class is behind since it began: what its late or early start does not explain. */
  public Duration behindSinceStart() {
    return current()
        .map(_ -> behind().minus(Duration.between(planned.start(), expected.start())))
        .orElse(Duration.ZERO);
  }
}
