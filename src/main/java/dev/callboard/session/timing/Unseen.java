package dev.callboard.session.timing;

import dev.callboard.session.Accounts;
import dev.callboard.session.Run.Visit;
import dev.callboard.session.Said;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Mark.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prompts that nobody has seen and that are too important to be left at that: those of the last
 * minutes of the class and of its last segment, and for people who can be reached another way, that
 * a segment is over. One does for a person until they stir.
 */
public final class Unseen {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int LAST_MINUTES = 5;

  private Unseen() {}

  /** Those that are to take another way now, the oldest first. */
  public static List<Said> due(Session session, Instant now) {
    return waiting(session).filter(said -> !due(said).isAfter(now)).toList();
  }

  /** When one is to take another way; empty when none is until something happens. */
  public static Optional<Instant> next(Session session) {
    return waiting(session).map(Unseen::due).min(Comparator.naturalOrder());
  }

  private static Instant due(Said said) {
    return said.at().plus(PATIENCE);
  }

  private static Stream<Said> waiting(Session session) {
    return session.prompts().recent().stream()
        .filter(said -> said.seen() == null && !said.relayed())
        .filter(_ -> session.run().live() && !session.run().paused())
        .filter(said -> !givenUp(session, said.to()))
        .filter(said -> saidHere(session, said) && !Idle.is(session, said))
        .filter(said -> said.marks().stream().anyMatch(mark -> matters(session, said, mark)));
  }

  /** Whether one went another way already, and the person has not stirred since. */
  private static boolean givenUp(Session session, String person) {
    return session.prompts().recent().stream()
        .anyMatch(said -> said.to().equals(person) && said.relayed() && said.seen() == null);
  }

  /** Whoever went on since knows how late it is. */
  private static boolean saidHere(Session session, Said said) {
    Visit stay = session.run().visit();
    return stay != null && !said.at().isBefore(stay.from());
  }

  /** Quiet keeps back what the clock says, here as there, and not what people ask for. */
  private static boolean matters(Session session, Said said, String mark) {
    return MarkKey.of(mark).filter(key -> matters(session, said, key)).isPresent();
  }

  private static boolean matters(Session session, Said said, MarkKey key) {
    if (key.kind() == Kind.ASKED) {
      return inLastMinutes(session, said.at());
    }
    if (session.prompts().quietSince().containsKey(said.to())) {
      return false;
    }
    boolean here = session.segment().filter(now -> now.key().equals(key.segment())).isPresent();
    return switch (key.kind()) {
      case CLASS -> key.minutes() <= LAST_MINUTES;
      case TIME, OVER ->
          here
              && (session.following().isEmpty()
                  || Accounts.otherRoute(session, said.to()).isPresent());
      case LEFT -> here && session.following().isEmpty();
      case CUE, ASKED -> false;
    };
  }

  private static boolean inLastMinutes(Session session, Instant at) {
    Timeline timeline = Timeline.of(session.plan(), session.run(), at);
    Duration left = Duration.between(at, CatchUp.due(session.plan(), timeline));
    return left.compareTo(Duration.ofMinutes(LAST_MINUTES)) <= 0;
  }
}
