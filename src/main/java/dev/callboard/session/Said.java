package dev.callboard.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A prompt that was said.
 *
 * @param marks what it was about, such as {@code left/poll/5}
 * @param text its words; empty in logs from before they were kept
 * @param seen when the person said so, or did anything else; null while they did not
 * @param again when they want it once more; null when they do not
 * @param others who was told it a second way, the producers beside the person for instance; null
 *     while nobody was
 */
public record Said(
    int number,
    String to,
    Instant at,
    List<String> marks,
    String text,
    @Nullable Instant seen,
    @Nullable Instant again,
    @Nullable List<String> others) {

  public Said {
    marks = List.copyOf(marks);
    others = others == null ? null : List.copyOf(others);
  }

  /** Whether it took a second way. */
  public boolean relayed() {
    return others != null;
  }

  /** Whether the person can have read it. */
  public boolean shownTo(String person) {
    return to.equals(person) || (others != null && others.contains(person));
  }

  boolean wantedAfter(Instant time) {
    return again != null && again.isAfter(time);
  }

  Said seenAt(Instant time) {
    return new Said(number, to, at, marks, text, time, again, others);
  }

  Said againAt(Instant time) {
    return new Said(number, to, at, marks, text, seen, time, others);
  }

  Said alsoTold(List<String> people) {
    return new Said(number, to, at, marks, text, seen, again, people);
  }
}
