package dev.callboard.session.attendance;

import java.time.Instant;

/**
 * What somebody of the team wrote about a learner by hand; it wins over what meetings told.
 *
 * @param reason why, in their words
 * @param by the key of who wrote it
 */
public record Mark(Kind kind, String reason, String by, Instant at) {

  /** What was written. */
  public enum Kind {
    PRESENT,
    LATE,
    PARTIAL,
    ABSENT,
    EXCUSED;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
