package dev.callboard.command.roll;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Outgoing;
import dev.callboard.command.Backstage;
import dev.callboard.session.Erasable;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Course;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When people are erased from the logs of ended classes: because somebody asked for it, or because
 * the client's classes are kept no longer. Pure; who does it is the desk.
 */
public final class Forgetting {

  /** A day, in which platforms are asked for their accounts, and some more for the last answer. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(25);

  private Forgetting() {}

  /** When there is something to erase; empty when there is not, or the class still runs. */
  public static Optional<Instant> next(Session session) {
    Course course = session.register().course();
    if (course.ended() == null) {
      return Optional.empty();
    }
    if (!course.erasing().isEmpty()) {
      return Optional.of(waits(session) ? course.ended().plus(LONGEST_WAIT) : course.ended());
    }
    return Optional.ofNullable(session.plan().keep())
        .filter(_ -> !course.emptied())
        .map(course.ended()::plus);
  }

  /**
   * Whether the platforms' accounts are to come first: afterwards they would bring everybody back,
   * so they are not taken, and what others did would stay unknown for ever.
   */
  public static boolean waits(Session session) {
    return Accounting.next(session).isPresent();
  }

  /** Whom to erase now: people of the plan by their keys, others by a trait each. */
  public static Set<String> due(Session session, Instant now) {
    return next(session).filter(at -> !at.isAfter(now)).isEmpty()
        ? Set.of()
        : session.register().course().erasing().isEmpty()
            ? Erasable.everybody(session)
            : new LinkedHashSet<>(session.register().course().erasing());
  }

  /** Whether somebody asked for it; else it is time. */
  public static boolean asked(Session session) {
    return !session.register().course().erasing().isEmpty();
  }

  /**
   * Other classes of theirs in which they are still known.
   *
   * @param running those that still run
   * @param waiting those that wait for a platform's account, and then forget by themselves
   */
  public record Left(List<String> running, List<String> waiting) {}

  private static String words(Left left) {
    String running =
        left.running().isEmpty()
            ? ""
            : " Not yet in "
                + String.join(", ", left.running())
                + ", which still runs: ask again there after its end.";
    return left.waiting().isEmpty()
        ? running
        : running
            + " Not yet in "
            + String.join(", ", left.waiting())
            + ": there it is done once the platform's own report is in, or a day after the end.";
  }

  /**
   * What the team is told once it is done.
   *
   * @param session as it is now
   * @param people how many were erased
   * @param left classes in which they are still known
   */
  public static List<Outgoing> tell(Session session, int people, Left left, Instant now) {
    List<Outgoing> out = new ArrayList<>();
    if (session.register().told().rolled()) {
      out.addAll(RollCard.show(session, now));
    }
    String who = people == 1 ? "One person is" : people + " people are";
    Content content =
        Content.text(
            Line.of(
                who
                    + " forgotten: their names and addresses are out of the log and the reports."
                    + " Minutes and counts stay, under other names."
                    + words(left)));
    String key = "forgotten-" + session.register().course().erased();
    out.addAll(Backstage.say(session, key, content, false));
    return out;
  }
}
