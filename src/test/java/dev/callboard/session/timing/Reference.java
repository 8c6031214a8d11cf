package dev.callboard.session.timing;

import dev.callboard.plan.Plan;
import dev.callboard.plan.Segment;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The same answers the slow way: a class is lived through second by second, as its plan has it, as
 * it was, and as it will go on. Knows whole seconds only, counted from 1970.
 */
final class Reference {

  /** A segment on the stage. Seconds; −1 where there is none yet. */
  static final class Row {
    final String key;
    final Segment segment;
    final boolean inserted;
    long extra;
    boolean skipped;
    long plannedStart = -1;
    long plannedEnd = -1;
    long begun = -1;
    long left = -1;
    long spent;
    long paused;
    int visits;
    long willBegin = -1;
    long willEnd = -1;

    Row(String key, Segment segment, boolean inserted) {
      this.key = key;
      this.segment = segment;
      this.inserted = inserted;
    }
  }

  private final Plan plan;
  private final long fixedFrom;
  private final Map<LocalTime, Long> fixed = new TreeMap<>();
  final List<Row> rows = new ArrayList<>();
  @Nullable Row current;
  long startedAt = -1;
  long endedAt = -1;
  boolean pausing;
  private long entered;

  /** When the class will be over. */
  long end;

  Reference(Plan plan, @Nullable Instant plannedStart, List<Recorded> log, Instant asked) {
    this.plan = plan;
    plan.segments().forEach(segment -> rows.add(new Row(segment.key(), segment, false)));
    long now = live(log, asked.getEpochSecond());
    long planned =
        plannedStart != null ? plannedStart.getEpochSecond() : startedAt >= 0 ? startedAt : now;
    fixedFrom = planned;
    asPlanned(planned);
    goOn(now, Math.max(planned, now));
  }

  /** What happened up to now, second by second. */
  private long live(List<Recorded> log, long asked) {
    long second = log.get(1 < log.size() ? 1 : 0).at().getEpochSecond();
    int next = 1;
    long last = Long.MIN_VALUE;
    while (true) {
      while (next < log.size() && log.get(next).at().getEpochSecond() <= second) {
        happens(log.get(next).event(), second);
        last = second;
        next++;
      }
      if (next == log.size() && (second >= asked)) {
        return log.size() == 1 ? asked : Math.max(asked, last);
      }
      if (current != null) {
        current.spent += pausing ? 0 : 1;
        current.paused += pausing ? 1 : 0;
      }
      second++;
    }
  }

  private void happens(Event event, long second) {
    switch (event) {
      case Event.Started _ -> {
        if (startedAt < 0) {
          startedAt = second;
          Row first = rows.stream().filter(row -> !row.skipped).findFirst().orElse(rows.get(0));
          enter(first, second);
        }
      }
      case Event.Entered into -> enter(row(into.segment()), second);
      case Event.Ended _ -> {
        leave(second);
        endedAt = second;
        pausing = false;
      }
      case Event.Paused _ -> pausing |= startedAt >= 0 && endedAt < 0;
      case Event.Resumed _ -> pausing = false;
      case Event.Extended longer -> row(longer.segment()).extra += longer.by().toSeconds();
      case Event.Skipped skipped -> row(skipped.segment()).skipped = true;
      case Event.Restored restored -> row(restored.segment()).skipped = false;
      case Event.Moved moved -> move(moved.segment(), moved.after());
      case Event.Inserted in -> put(new Row(in.segment(), made(in), true), in.after());
      default -> throw new AssertionError("no event of the clock: " + event);
    }
  }

  private static Segment made(Event.Inserted in) {
    return new Segment(
        in.segment(),
        in.title(),
        in.planned(),
        in.planned(),
        true,
        false,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        Map.of(),
        null,
        null,
        false);
  }

  private void enter(Row row, long second) {
    leave(second);
    row.skipped = false;
    row.begun = row.begun < 0 ? second : row.begun;
    row.left = -1;
    row.visits++;
    entered = second;
    current = row;
  }

  private void leave(long second) {
    if (current != null) {
      current.left = second;
    }
    current = null;
  }

  private void move(String key, @Nullable String after) {
    if (!key.equals(after)) {
      Row row = row(key);
      rows.remove(row);
      put(row, after);
    }
  }

  private void put(Row row, @Nullable String after) {
    rows.add(after == null ? 0 : rows.indexOf(row(after)) + 1, row);
  }

  Row row(String key) {
    return rows.stream().filter(row -> row.key.equals(key)).findFirst().orElseThrow();
  }

  /** The class as the plan has it. */
  private void asPlanned(long start) {
    long second = start;
    for (Row row : rows) {
      long from = fixed(row.segment.fixedStart());
      long till = fixed(row.segment.fixedEnd());
      while (second < from) {
        second++;
      }
      row.plannedStart = second;
      long left = row.inserted ? 0 : row.segment.planned().toSeconds();
      while (till >= 0 ? second < till : left > 0) {
        second++;
        left--;
      }
      row.plannedEnd = second;
    }
  }

  /** The class from now on, if everybody keeps to time. */
  private void goOn(long now, long begins) {
    long second = now;
    int next = 0;
    if (endedAt >= 0) {
      end = endedAt;
      return;
    }
    Row running = current;
    if (running == null) {
      second = begins;
    } else {
      running.willBegin = running.begun;
      long left = allotted(running, running.begun) - running.spent;
      long till = fixed(running.segment.fixedEnd());
      if (till >= 0) {
        left = Math.max(entered, Math.max(entered, till) + running.extra) - now;
      }
      while (left > 0) {
        second++;
        left--;
      }
      running.willEnd = second;
      next = rows.indexOf(running) + 1;
    }
    for (Row row : rows.subList(next, rows.size())) {
      if (!row.skipped) {
        second = give(row, second);
      }
    }
    end = second;
  }

  private long give(Row row, long from) {
    long second = from;
    while (second < fixed(row.segment.fixedStart())) {
      second++;
    }
    row.willBegin = second;
    long till = fixed(row.segment.fixedEnd());
    long left = allotted(row, row.begun < 0 ? second : row.begun) - row.spent;
    if (till >= 0) {
      left = Math.max(second, till) + row.extra - second;
    }
    while (left > 0) {
      second++;
      left--;
    }
    row.willEnd = second;
    return second;
  }

  private static long allotted(Row row, long begun) {
    long length = row.segment.planned().toSeconds();
    if (row.segment.cushion()) {
      long late = begun - row.plannedStart;
      while (late > 0 && length > row.segment.minimum().toSeconds()) {
        late--;
        length--;
      }
    }
    return Math.max(0, length + row.extra);
  }

  /** Looks at the clock on the wall every second of the slot; −1 when it never shows the time. */
  private long fixed(@Nullable LocalTime time) {
    return time == null ? -1 : fixed.computeIfAbsent(time, this::search);
  }

  private long search(LocalTime time) {
    boolean leftOut = leftOut(time);
    for (long second = fixedFrom; second <= fixedFrom + plan.slot().toSeconds(); second++) {
      ZoneId clock = leftOut ? offset() : plan.zone();
      if (Instant.ofEpochSecond(second).atZone(clock).toLocalTime().equals(time)) {
        return second;
      }
    }
    return -1;
  }

  /** The clock of somebody who forgot to set it forward. */
  private ZoneId offset() {
    return plan.zone().getRules().getOffset(Instant.ofEpochSecond(fixedFrom - 3_600));
  }

  /** Whether no clock in the zone shows the time on the day the class begins. */
  private boolean leftOut(LocalTime time) {
    long minute = Math.floorDiv(fixedFrom, 60) * 60;
    LocalDate day = wall(minute).toLocalDate();
    for (long second = minute - 90_000; second < minute + 90_000; second += 60) {
      if (wall(second).equals(day.atTime(time))) {
        return false;
      }
    }
    return true;
  }

  private LocalDateTime wall(long second) {
    return LocalDateTime.ofInstant(Instant.ofEpochSecond(second), plan.zone());
  }
}
