package dev.callboard.command;

import dev.callboard.plan.Segment;
import dev.callboard.session.Run;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Revision.State;
import dev.callboard.session.timing.Slot;
import dev.callboard.session.timing.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What comes next in a class, or is to be done next.
 *
 * @param type a command; null when something comes by itself, or with {@code next}
 * @param what the segment that comes; null when something is to be typed
 * @param at when; null for now
 */
public record NextStep(@Nullable String type, @Nullable String what, @Nullable Instant at) {

  /** What can be typed now, or at a time to come. */
  public static NextStep typed(String type, @Nullable Instant at, Instant now) {
    return new NextStep(type, null, at != null && at.isAfter(now) ? at : null);
  }

  /** Empty when nothing is left to do. */
  public static Optional<NextStep> of(Session session, Timeline timeline, Instant now) {
    Run run = session.run();
    if (run.ended()) {
      boolean open = session.register().revision().state() != State.FINAL;
      boolean told = !session.register().holdings().isEmpty();
      return open && told ? Optional.of(typed("signoff", null, now)) : Optional.empty();
    }
    if (!run.live()) {
      return Optional.of(typed("start", run.plannedStart(), now));
    }
    if (run.paused()) {
      return Optional.of(typed("resume", null, now));
    }
    return Optional.of(
        session
            .following()
            .map(segment -> coming(segment, timeline))
            .orElseGet(() -> typed("end", timeline.end(), now)));
  }

  /** While the segment before it is over its time, each minute moves it; so it is due now. */
  private static NextStep coming(Segment segment, Timeline timeline) {
    boolean over = timeline.left().filter(Duration::isPositive).isEmpty();
    Instant starts = timeline.slot(segment.key()).map(Slot::starts).orElse(null);
    return new NextStep(null, segment.title(), over ? null : starts);
  }
}
