package dev.callboard.session.timing;

import dev.callboard.plan.Plan;
import dev.callboard.plan.Segment;
import dev.callboard.session.Run;
import dev.callboard.session.Run.Visit;
import dev.callboard.session.timing.Slot.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a class stands: every segment planned and projected, and how far behind it is.
 *
 * @param start when the class began, or shall begin
 * @param end when it ended, or will by now's reckoning
 */
public record Timeline(List<Slot> slots, Instant start, Instant end, Instant now) {

  public Timeline {
    slots = List.copyOf(slots);
  }

  /**
   * The timeline at {@code now}. A class without planned start that has not begun is shown as if it
   * began now.
   */
  public static Timeline of(Plan plan, Run run, Instant now) {
    Instant planned = firstOf(run.plannedStart(), run.startedAt(), now);
    Instant began = firstOf(run.startedAt(), run.plannedStart(), now);
    List<Slot> slots = new ArrayList<>();
    int current = position(plan, run);
    Instant plannedCursor = planned;
    Instant cursor = began;
    for (int i = 0; i < plan.segments().size(); i++) {
      Segment segment = plan.segments().get(i);
      Instant plannedStart = notBefore(plannedCursor, fixed(plan, segment.fixedStart(), planned));
      Instant plannedEnd =
          until(plannedStart, segment.planned(), fixed(plan, segment.fixedEnd(), planned));
      Slot slot =
          new Projection(plan, run, planned, now)
              .slot(i, current, cursor, plannedStart, plannedEnd);
      slots.add(slot);
      plannedCursor = plannedEnd;
      cursor = slot.end() == null ? cursor : slot.end();
    }
    return new Timeline(slots, began, firstOf(run.endedAt(), cursor, now), now);
  }

  /** The segment that runs now. */
  public Optional<Slot> current() {
    return slots.stream().filter(slot -> slot.phase() == Phase.CURRENT).findFirst();
  }

  /** Time left in the current segment; negative when it is over. */
  public Optional<Duration> left() {
    return current().map(slot -> slot.over().negated());
  }

  /** How far the class is behind its plan; negative when ahead, zero outside the running class. */
  public Duration behind() {
    return current()
        .map(slot -> Duration.between(slot.plannedEnd(), slot.end()))
        .orElse(Duration.ZERO);
  }

  private static int position(Plan plan, Run run) {
    Optional<Visit> current = run.current();
    if (current.isEmpty()) {
      return run.ended() ? plan.segments().size() : -1;
    }
    List<String> keys = plan.segments().stream().map(Segment::key).toList();
    return keys.indexOf(current.get().segment());
  }

  static Instant notBefore(Instant instant, @Nullable Instant earliest) {
    return earliest != null && earliest.isAfter(instant) ? earliest : instant;
  }

  /** A fixed end absorbs delay before it, but cannot lie before the start. */
  static Instant until(Instant start, Duration length, @Nullable Instant fixedEnd) {
    return fixedEnd == null ? start.plus(length) : notBefore(start, fixedEnd);
  }

  /** The instant of a time of day: on the day the class starts, or the next when it has passed. */
  static @Nullable Instant fixed(Plan plan, @Nullable LocalTime time, Instant start) {
    if (time == null) {
      return null;
    }
    ZonedDateTime from = start.atZone(plan.zone());
    ZonedDateTime sameDay = from.with(time);
    return (sameDay.isBefore(from) ? from.plusDays(1).with(time) : sameDay).toInstant();
  }

  private static Instant firstOf(
      @Nullable Instant first, @Nullable Instant second, Instant otherwise) {
    if (first != null) {
      return first;
    }
    return second != null ? second : otherwise;
  }
}
