package dev.callboard.report.model;

import dev.callboard.session.timing.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Planned against actual. All durations are whole seconds, rounded so that sums of them are right
 * to the second, too.
 *
 * @param planned from when to when the class would be, reckoned from its real start when it has no
 *     hour; null when it has none and never began
 * @param actual from when to when it was, or will be as things stand; null when it never began
 * @param parts in the running order
 * @param causes where the minutes went: what each made the end later by, in order; they add up to
 *     {@code deviation}
 * @param deviation how much later than planned it was over, or will be; negative when earlier
 * @param pauses when the clock stood still
 */
public record Timing(
    State state,
    @Nullable Window planned,
    @Nullable Window actual,
    List<Part> parts,
    List<Cause> causes,
    Duration deviation,
    List<Window> pauses) {

  /** How far the class came. */
  public enum State {
    /** It may still begin. */
    AHEAD,
    RUNNING,
    OVER,
    /** It was ended without having begun. */
    NEVER_HELD
  }

  /** What became of a segment. */
  public enum Fate {
    GIVEN("given"),
    /** Left out when it had begun, before its time was up. */
    CUT("cut short"),
    RUNNING("runs now"),
    AHEAD("to come"),
    /** Left out, and no moment was spent on it. */
    SKIPPED("left out"),
    /** Nobody left it out, but nobody gave it either. */
    MISSED("not given");

    private final String words;

    Fate(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /** Whether it ran and will not go on. */
    public boolean done() {
      return this == GIVEN || this == CUT;
    }
  }

  /**
   * A segment.
   *
   * @param planned when it would have been; of no length for one that was inserted
   * @param visits when it was given, the pauses within included
   * @param plannedLength what it was to take
   * @param spent what it took so far, without pauses
   * @param over what that is beyond its planned length; negative when less, nothing when it was
   *     never given
   * @param paused for how long the clock stood still in it
   * @param extra what it was extended by; negative when it was shortened
   * @param inserted whether the plan does not know it
   * @param moved whether it was given another place in the running order
   */
  public record Part(
      String segment,
      String title,
      Fate fate,
      Window planned,
      List<Window> visits,
      Duration plannedLength,
      Duration spent,
      Duration over,
      Duration paused,
      Duration extra,
      boolean inserted,
      boolean moved) {

    public Part {
      visits = List.copyOf(visits);
    }

    /** Whether it was left and taken up again. */
    public boolean reentered() {
      return visits.size() > 1;
    }

    public boolean given() {
      return fate.done() || fate == Fate.RUNNING;
    }

    /** Whether {@code over} is more than that it is not done yet. */
    public boolean measured() {
      return fate.done() || (fate == Fate.RUNNING && over.isPositive());
    }
  }

  /** What a cause is. */
  public enum Kind {
    START,
    SEGMENT,
    /** What a segment was to take that the plan has no time for. */
    INSERTED,
    /** What a segment was to take less, or more, than there is till the hour it is to end. */
    FIXED,
    PAUSES,
    /** Time the plan waits for the hour a segment is fixed to. */
    WAITS
  }

  /**
   * What made the end later, or earlier.
   *
   * @param segment its key; null unless it has to do with one
   * @param by whole seconds; negative when it made the end earlier
   */
  public record Cause(Kind kind, @Nullable String segment, String words, Duration by) {}

  public Timing {
    parts = List.copyOf(parts);
    causes = List.copyOf(causes);
    pauses = List.copyOf(pauses);
  }

  /** What the plan gives the class from start to end. */
  public Duration plannedLength() {
    return planned == null ? Duration.ZERO : planned.length();
  }

  /** How long it ran, or will have run. */
  public Duration actualLength() {
    return actual == null ? Duration.ZERO : actual.length();
  }

  /** The title of the segment that ran at an instant; empty when none did. */
  public String titleAt(Instant at) {
    return parts.stream()
        .filter(part -> part.visits().stream().anyMatch(visit -> holds(visit, at)))
        .map(Part::title)
        .findFirst()
        .orElse("");
  }

  private static boolean holds(Window window, Instant at) {
    return !at.isBefore(window.start()) && at.isBefore(window.end());
  }
}
