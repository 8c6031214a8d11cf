package dev.callboard.report.deeds;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did, or that happened, in words.
 *
 * @param seq the number of its event in the log
 * @param by the name of who did it; {@code Callboard} when nobody did
 * @param segment key of the segment it is about, else of the one that ran; null outside the running
 *     class
 * @param sentence plain English without a full stop, on one line, such as {@code Priya Nair went on
 *     to Poll 1}
 * @param people who did it and whom it names, by the names in it
 */
public record Deed(
    long seq,
    Instant at,
    String by,
    Kind kind,
    @Nullable String segment,
    String sentence,
    Set<String> people) {

  public Deed {
    people = Set.copyOf(people);
  }

  /** What to filter by. */
  public enum Kind {
    /** What the class clock did. */
    CLOCK,
    /** What was said to the class. */
    POSTS,
    /** Who came and went, and how they were counted. */
    PEOPLE,
    /** What was said privately about time. */
    PROMPTS,
    /** Remarks, in class and after it. */
    NOTES,
    /** What went wrong. */
    TROUBLE,
    /** What people decided about who was there, and about the class's records. */
    DECISIONS;

    /** As files and addresses have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
