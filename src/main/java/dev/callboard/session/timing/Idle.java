package dev.callboard.session.timing;

import dev.callboard.plan.Segment;
import dev.callboard.session.Run;
import dev.callboard.session.Said;
import dev.callboard.session.Session;
import java.util.Optional;

/** Prompts that were decided on, and that what the class did since has made idle. */
public final class Idle {

  private Idle() {}

  /**
   * Whether nothing of a prompt is true any more: the segment it counts the time of was left, or
   * was given so much time that it will be said again; what it is a cue for runs by now, or does
   * not come next; the class it counts the time of is over. What somebody asked for is never idle,
   * and one that tells of several things is as long as one of them is.
   */
  public static boolean is(Session session, Said said) {
    return said.marks().stream().allMatch(mark -> isIdle(session, mark));
  }

  private static boolean isIdle(Session session, String mark) {
    return MarkKey.of(mark).filter(key -> isIdle(session, mark, key)).isPresent();
  }

  private static boolean isIdle(Session session, String mark, MarkKey key) {
    return switch (key.kind()) {
      case LEFT, TIME, OVER ->
          !isKeyOf(session.segment(), key.segment()) || liesAhead(session, mark);
      case CUE -> !isKeyOf(coming(session), key.segment()) || liesAhead(session, mark);
      case CLASS -> !session.run().live();
      case ASKED -> false;
    };
  }

  /** A change gave so much time back that it will be said once more. */
  private static boolean liesAhead(Session session, String mark) {
    return !session.prompts().reached().containsKey(mark);
  }

  private static Optional<Segment> coming(Session session) {
    Run run = session.run();
    return run.startedAt() == null && !run.ended()
        ? Optional.of(run.order().first().segment())
        : session.following();
  }

  private static boolean isKeyOf(Optional<Segment> segment, String key) {
    return segment.filter(one -> one.key().equals(key)).isPresent();
  }
}
