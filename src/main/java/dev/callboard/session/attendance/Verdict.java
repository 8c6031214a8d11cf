package dev.callboard.session.attendance;

import dev.callboard.session.attendance.Spans.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the policy makes of one person's presence.
 *
 * @param present the time that counts; exact
 * @param of what it is measured against
 * @param joined when they first were there in the class; null when never
 * @param left when they last were; null when never, or when they are still here
 * @param late how long after the beginning they came; null when in time
 * @param early how long before the end they went; null when they stayed
 * @param gaps times in between that are worth a word
 * @param before when they last were there before it began; null when they never were, or were in
 *     the class, or still wait for it
 * @param sure what makes the times less than certain, in words
 * @param account whose own account it goes by, such as {@code Zoom's report}; null when it goes by
 *     what was told while the class ran
 * @param mark written by hand, which decided; null when the rules did
 */
public record Verdict(
    Status status,
    Duration present,
    Duration of,
    @Nullable Instant joined,
    @Nullable Instant left,
    @Nullable Duration late,
    @Nullable Duration early,
    List<Span> gaps,
    @Nullable Instant before,
    List<String> sure,
    @Nullable String account,
    @Nullable Mark mark) {

  public Verdict {
    gaps = List.copyOf(gaps);
    sure = List.copyOf(sure);
  }

  /** Whether somebody wrote that they were there, though no meeting told of them in the class. */
  public boolean thereByHandAlone() {
    return mark != null
        && joined == null
        && (mark.kind() == Mark.Kind.PRESENT || mark.kind() == Mark.Kind.LATE);
  }

  /** Whether the word for it is one for those who came, for however little. */
  public boolean came() {
    return switch (status) {
      case PRESENT, LATE, LEFT_EARLY, PARTIAL -> true;
      case ABSENT, MISSING, EXCUSED -> false;
    };
  }
}
