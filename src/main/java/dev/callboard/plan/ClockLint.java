package dev.callboard.plan;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Whether the segments fill the slot, and fixed times can be kept. Counts in minutes from the
 * start, so that a class may run over midnight.
 */
final class ClockLint {

  private static final int DAY = 24 * 60;

  private final Spot root;
  private final Findings findings;
  private final Optional<LocalTime> start;
  private final Optional<Integer> slot;

  /** When the segments so far are done. */
  private int cursor;

  private boolean fixed;

  ClockLint(Spot root, Findings findings) {
    this.root = root;
    this.findings = findings;
    start = root.text("start").flatMap(Start::of).map(Start::time);
    slot = root.whole("slot").filter(minutes -> minutes > 0 && minutes <= DAY);
  }

  void check() {
    List<Spot> segments = root.each("segments");
    boolean known =
        !segments.isEmpty()
            && start.isPresent()
            && slot.isPresent()
            && segments.stream().allMatch(ClockLint::measured);
    if (known) {
      segments.forEach(this::segment);
      length();
    }
  }

  private static boolean measured(Spot segment) {
    return segment.whole("minutes").filter(minutes -> minutes > 0 && minutes <= DAY).isPresent();
  }

  private void segment(Spot segment) {
    int minutes = segment.whole("minutes").orElseThrow();
    Optional<Integer> from = fixed(segment.get("fixed-start"));
    Optional<Integer> to = fixed(segment.get("fixed-end"));
    Spot late = segment.get("fixed-start");
    if (from.isPresent() && from.get() < cursor) {
      findings.warning(
          late.pointer(), late.name() + ": the segments before it take until " + clock(cursor));
    }
    int begin = Math.max(cursor, from.orElse(cursor));
    if (to.isPresent()) {
      end(segment, begin, to.get(), from);
    }
    cursor = Math.max(begin, to.orElse(begin + minutes));
    fixed |= from.isPresent() || to.isPresent();
  }

  private void end(Spot segment, int begin, int end, Optional<Integer> from) {
    Spot spot = segment.get("fixed-end");
    int least = segment.whole("min-minutes").or(() -> segment.whole("minutes")).orElseThrow();
    if (from.isPresent() && end <= from.get()) {
      findings.mistake(
          spot.pointer(),
          spot.name()
              + ": "
              + clock(end)
              + " (expected: after fixed-start, "
              + clock(from.get())
              + ")");
    } else if (end - begin < least) {
      findings.warning(
          spot.pointer(),
          spot.name()
              + ": begins at "
              + clock(begin)
              + " at the earliest, too late for the "
              + least
              + " min it needs");
    }
  }

  /** Minutes from the start to a fixed time; one outside the class is a mistake. */
  private Optional<Integer> fixed(Spot spot) {
    Optional<LocalTime> time = spot.text().flatMap(Start::time);
    if (time.isEmpty()) {
      return Optional.empty();
    }
    long after = Duration.between(start.orElseThrow(), time.get()).toMinutes();
    int minutes = Math.floorMod(after, DAY);
    if (minutes > slot.orElseThrow()) {
      findings.mistake(
          spot.pointer(),
          spot.name()
              + ": "
              + time.get()
              + " (expected: within the class, "
              + clock(0)
              + " to "
              + clock(slot.get())
              + ")");
      return Optional.empty();
    }
    return Optional.of(minutes);
  }

  private void length() {
    int spare = slot.orElseThrow() - cursor;
    if (spare == 0) {
      return;
    }
    String sum =
        fixed
            ? "the segments end at " + clock(cursor) + ", the slot at " + clock(slot.get())
            : "segments add up to " + cursor + " min, the slot is " + slot.get();
    findings.warning(
        "/slot",
        sum
            + (spare < 0
                ? ": " + -spare + " min too many"
                : ": " + spare + " min are not planned"));
  }

  private LocalTime clock(int minutes) {
    return start.orElseThrow().plusMinutes(minutes);
  }
}
