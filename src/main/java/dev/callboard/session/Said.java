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
 * @param relayed whether it took a second way
 */
public record Said(
    int number,
    String to,
    Instant at,
    List<String> marks,
    String text,
    @Nullable Instant seen,
    @Nullable Instant again,
    boolean relayed) {

  public Said {
    marks = List.copyOf(marks);
  }

  Said seenAt(Instant time) {
    return new Said(number, to, at, marks, text, time, again, relayed);
  }

  Said againAt(Instant time) {
    return new Said(number, to, at, marks, text, seen, time, relayed);
  }

  Said byAnotherWay() {
    return new Said(number, to, at, marks, text, seen, again, true);
  }
}
