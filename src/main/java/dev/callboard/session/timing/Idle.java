package dev.callboard.session.timing;

import dev.callboard.plan.Segment;
import dev.callboard.session.Event.Freed;
import dev.callboard.session.PromptBook;
import dev.callboard.session.Run;
import dev.callboard.session.Said;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Optional;

/** Prompts that were decided on, and that what the class did since has made idle. */
public final class Idle {

  private Idle() {}

  /**
   * Whether nothing of a prompt is true any more: the segment it counts the time of was left, or
   * was given so much time that it will be said again, or somebody else leads it; what it is a cue
   * for runs by now, or does not come next; the class it counts the time of is over, or in other
   * hands. What somebody asked for is never idle, and one that tells of several things is of use as
   * long as one of them is.
   */
  public static boolean is(Session session, Said said) {
    return said.marks().stream().allMatch(mark -> isIdle(session, said, mark));
  }

  /**
   * What of a prompt that did not arrive must be said all the same, though it is idle: to whoever
   * leads now, or if time that was given back is taken once more. To be written down.
   */
  public static Optional<Freed> freed(Session session, Said said) {
    PromptBook prompts = session.prompts();
    List<String> marks =
        said.marks().stream()
            .filter(mark ->
                prompts.rearmed().contains(mark)
                    || (prompts.reached().containsKey(mark) && isLedByAnother(session, said, mark)))
            .filter(
                mark -> prompts.recent().stream().noneMatch(other -> isAfter(other, said, mark)))
            .toList();
    return marks.isEmpty() ? Optional.empty() : Optional.of(new Freed(marks));
  }

  private static boolean isAfter(Said other, Said said, String mark) {
    return other.number() > said.number() && other.marks().contains(mark);
  }

  /** Whether somebody took the lead since of what a prompt counts the time of. */
  public static boolean isLedByAnother(Session session, Said said) {
    return said.marks().stream().anyMatch(mark -> isLedByAnother(session, said, mark));
  }

  private static boolean isLedByAnother(Session session, Said said, String mark) {
    return MarkKey.of(mark).filter(key -> isLedByAnother(session, said, key)).isPresent();
  }

  /** What a person wants once more is theirs, whoever leads. */
  private static boolean isLedByAnother(Session session, Said said, MarkKey key) {
    Optional<Segment> current = session.segment();
    boolean counts =
        switch (key.kind()) {
          case LEFT, TIME, OVER -> isKeyOf(current, key.segment());
          case CLASS -> true;
          case CUE, ASKED -> false;
        };
    return counts
        && !key.again()
        && current
            .flatMap(segment -> Leads.of(session.plan(), segment))
            .filter(lead -> !lead.key().equals(said.to()))
            .isPresent();
  }

  private static boolean isIdle(Session session, Said said, String mark) {
    return isLedByAnother(session, said, mark)
        || MarkKey.of(mark).filter(key -> isIdle(session, mark, key)).isPresent();
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
