package dev.callboard.session;

import dev.callboard.session.Event.PostKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something said to the class.
 *
 * @param number counted from 1 within the class
 * @param by key of the person who had it posted
 * @param rewording the text that took its place, or null
 */
public record Post(
    int number,
    PostKind kind,
    String subject,
    String by,
    Instant at,
    @Nullable String rewording,
    boolean takenBack) {

  /** So long after it was posted learners have read it; a change would only puzzle them. */
  public static final Duration CHANGEABLE = Duration.ofMinutes(15);

  /** Whether it can still be edited or taken back. */
  public boolean changeable(Instant now) {
    return !takenBack && Duration.between(at, now).compareTo(CHANGEABLE) <= 0;
  }

  Post reworded(String text) {
    return new Post(number, kind, subject, by, at, text, takenBack);
  }

  Post withdrawn() {
    return new Post(number, kind, subject, by, at, rewording, true);
  }
}
