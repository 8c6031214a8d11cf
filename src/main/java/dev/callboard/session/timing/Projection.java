package dev.callboard.session.timing;

import dev.callboard.plan.Plan;
import dev.callboard.plan.Segment;
import dev.callboard.session.Item;
import dev.callboard.session.Item.Actual;
import dev.callboard.session.Run;
import dev.callboard.session.Run.Visit;
import dev.callboard.session.timing.Slot.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Walks once through the running order and puts each segment on the clock: what was, what is, what
 * will be.
 */
final class Projection {

  private final Run run;
  private final FixedTimes fixed;
  private final Instant planned;
  private final Instant begins;
  private final Instant now;
  private final int current;

  /** When the plan would be done with the segments so far. */
  private Instant plannedCursor;

  /** When the class will be done with the segments so far. */
  private Instant cursor;

  /** A class that nobody planned for an hour, or that is late to start, begins now. */
  Projection(Plan plan, Run run, Instant now) {
    this.run = run;
    this.now = now;
    planned = firstOf(run.plannedStart(), run.startedAt(), now);
    begins = firstOf(run.startedAt(), later(planned, now), now);
    fixed = new FixedTimes(plan.zone(), planned, plan.slot());
    Visit visit = run.visit();
    int position = visit == null ? -1 : run.order().position(visit.segment());
    current = run.ended() ? run.order().items().size() : position;
    plannedCursor = planned;
    cursor = begins;
  }

  /** All segments in their order; to be walked once. */
  List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    for (Item item : run.order().items()) {
      slots.add(slot(item, slots.size()));
    }
    return slots;
  }

  Instant now() {
    return now;
  }

  /** When the class should begin. */
  Instant planned() {
    return planned;
  }

  /** When it began, or will. */
  Instant begins() {
    return begins;
  }

  /** When the plan would be done. */
  Instant plannedEnd() {
    return plannedCursor;
  }

  /** When the class will be done. */
  Instant end() {
    return cursor;
  }

  private Slot slot(Item item, int index) {
    Window planned = planned(item);
    if (index == current) {
      return running(item, planned);
    }
    if (item.skipped()) {
      return past(item, planned, Phase.SKIPPED);
    }
    if (index > current) {
      Slot slot = ahead(item, planned, cursor);
      cursor = slot.ends();
      return slot;
    }
    return past(item, planned, item.actual().visited() ? Phase.DONE : Phase.MISSED);
  }

  private Window planned(Item item) {
    Segment segment = item.segment();
    Instant start = later(plannedCursor, fixed.at(segment.fixedStart()));
    Instant fixedEnd = fixed.at(segment.fixedEnd());
    Duration length = item.inserted() ? Duration.ZERO : segment.planned();
    plannedCursor = fixedEnd == null ? start.plus(length) : later(start, fixedEnd);
    return new Window(start, plannedCursor);
  }

  private Slot running(Item item, Window planned) {
    Actual actual = run.actual(item, now);
    Visit visit = Objects.requireNonNull(run.visit());
    Instant fixedEnd = fixed.at(item.segment().fixedEnd());
    Instant start = actual.start() == null ? visit.from() : actual.start();
    Duration allotted = allotted(item, planned, start);
    Instant due = now.plus(allotted.minus(actual.spent()));
    if (fixedEnd != null) {
      due = later(visit.from(), later(visit.from(), fixedEnd).plus(item.extra()));
      allotted = Duration.between(visit.from(), due);
    }
    cursor = later(now, due);
    return new Slot(
        item.segment(),
        Phase.CURRENT,
        planned,
        actual,
        new Window(start, cursor),
        allotted,
        Duration.between(now, due));
  }

  /**
   * How a segment will go when the class is done with the one before at {@code from}. A fixed start
   * makes it wait; a fixed end absorbs the delay before it.
   */
  Slot ahead(Item item, Window planned, Instant from) {
    Actual actual = item.actual();
    Instant start = later(from, fixed.at(item.segment().fixedStart()));
    Instant fixedEnd = fixed.at(item.segment().fixedEnd());
    Duration allotted = allotted(item, planned, actual.start() == null ? start : actual.start());
    Duration left = positive(allotted.minus(actual.spent()));
    if (fixedEnd != null) {
      allotted = positive(Duration.between(start, later(start, fixedEnd).plus(item.extra())));
      left = allotted;
    }
    Window expected = new Window(start, start.plus(left));
    return new Slot(item.segment(), Phase.AHEAD, planned, actual, expected, allotted, left);
  }

  private static Slot past(Item item, Window planned, Phase phase) {
    Actual actual = item.actual();
    Instant start = actual.start();
    Instant end = actual.end();
    Window was =
        phase == Phase.DONE && start != null && end != null ? new Window(start, end) : null;
    return new Slot(
        item.segment(),
        phase,
        planned,
        actual,
        was,
        allotted(item, planned, start == null ? planned.start() : start),
        Duration.ZERO);
  }

  /**
   * What a segment may take. A cushion lasts as much less as it begins late, down to its minimum.
   */
  private static Duration allotted(Item item, Window planned, Instant start) {
    Segment segment = item.segment();
    Duration length = segment.planned();
    if (segment.cushion() && start.isAfter(planned.start())) {
      Duration remaining = length.minus(Duration.between(planned.start(), start));
      length = remaining.compareTo(segment.minimum()) > 0 ? remaining : segment.minimum();
    }
    return positive(length.plus(item.extra()));
  }

  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  private static Instant firstOf(
      @Nullable Instant first, @Nullable Instant second, Instant otherwise) {
    if (first != null) {
      return first;
    }
    return second != null ? second : otherwise;
  }

  private static Instant later(Instant instant, @Nullable Instant other) {
    return other != null && other.isAfter(instant) ? other : instant;
  }
}
