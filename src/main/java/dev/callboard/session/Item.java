package dev.callboard.session;

import dev.callboard.plan.Segment;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A segment in the running order of a delivery, with what became of it.
 *
 * @param inserted whether it came in while the class was open, so that the plan has no time for it
 * @param extra what it was extended by in all; negative when it was shortened
 * @param omission that it was left out, or what remained of it was; null when it is not
 * @param actual what it took up to the last time it was left
 */
public record Item(
    Segment segment, boolean inserted, Duration extra, @Nullable Omission omission, Actual actual) {

  /**
   * That a segment was left out.
   *
   * @param at as the clock had it, which may have jumped
   * @param by who did it, as {@link Recorded} names them
   */
  public record Omission(Instant at, String by) {}

  /**
   * What a segment really took.
   *
   * @param start when it first began; null when it never did
   * @param end when it was last left; null when it never was
   * @param spent over all visits, without pauses
   * @param paused for how long the clock stood still in it
   * @param visits how often it was entered
   */
  public record Actual(
      @Nullable Instant start, @Nullable Instant end, Duration spent, Duration paused, int visits) {

    public static final Actual NOTHING = new Actual(null, null, Duration.ZERO, Duration.ZERO, 0);

    public boolean visited() {
      return start != null;
    }

    Actual entered(Instant at) {
      return new Actual(start == null ? at : start, end, spent, paused, visits + 1);
    }

    /** With more time; {@code until} is null while it lasts. */
    public Actual and(Duration more, Duration morePaused, @Nullable Instant until) {
      return new Actual(start, until, spent.plus(more), paused.plus(morePaused), visits);
    }
  }

  static Item of(Segment segment) {
    return new Item(segment, false, Duration.ZERO, null, Actual.NOTHING);
  }

  public String key() {
    return segment.key();
  }

  /** Whether it is left out, or what remained of it was. */
  public boolean skipped() {
    return omission != null;
  }

  /** The segment with more time, or less. */
  public Item extended(Duration by) {
    return new Item(segment, inserted, extra.plus(by), omission, actual);
  }

  Item ledBy(String person) {
    return new Item(segment.ledBy(person), inserted, extra, omission, actual);
  }

  Item leftOut(Omission now) {
    return new Item(segment, inserted, extra, now, actual);
  }

  Item broughtBack() {
    return new Item(segment, inserted, extra, null, actual);
  }

  Item with(Actual next) {
    return new Item(segment, inserted, extra, omission, next);
  }
}
