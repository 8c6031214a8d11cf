package dev.callboard.command.roll;

import dev.callboard.command.Decision;
import dev.callboard.command.Texts;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Settled;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Register;
import dev.callboard.session.attendance.Revision;
import dev.callboard.session.attendance.Roll;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is said by itself as people come and go. New facts are looked at together, a few seconds
 * after the first of them, so that a burst is one message and a move between rooms is none.
 */
public final class Minding {

  /** How long after a fact it is looked at, for more to come. */
  static final Duration BURST = Roll.MOVING;

  /** When backstage hears who is missing, after the start. */
  static final Duration MISSING = Duration.ofMinutes(5);

  /** When the platforms are asked for their own account, after the end. */
  private static final List<Duration> ACCOUNTS =
      List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(24));

  private Minding() {}

  /** When there is something to look at next. */
  public static Optional<Instant> next(Session session) {
    return Stream.of(looking(session), missing(session), accounts(session))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /** Says what is due; a decision without events when nothing is. */
  public static Decision decide(Session session, Texts texts, Instant now) {
    List<Event> events = new ArrayList<>();
    Decision said = Decision.of();
    boolean look = due(looking(session), now);
    boolean absent = due(missing(session), now);
    if (look || absent) {
      Settlement settlement = new Settlement(session, texts, now);
      events.add(new Settled(settlement.settle(absent)));
      said = said.saying(settlement.out());
    }
    if (due(accounts(session), now)) {
      events.add(new Event.AccountWanted(session.register().told().asked() + 1));
    }
    return Decision.of(events.toArray(Event[]::new)).saying(said.out());
  }

  private static boolean due(Optional<Instant> when, Instant now) {
    return when.filter(at -> !at.isAfter(now)).isPresent();
  }

  private static Optional<Instant> looking(Session session) {
    return Optional.ofNullable(session.register().told().waiting()).map(at -> at.plus(BURST));
  }

  private static Optional<Instant> missing(Session session) {
    Register register = session.register();
    Instant started = register.course().started();
    boolean met = !register.holdings().isEmpty();
    return started == null || session.run().ended() || register.told().missing() || !met
        ? Optional.empty()
        : Optional.of(started.plus(MISSING));
  }

  private static Optional<Instant> accounts(Session session) {
    Register register = session.register();
    Instant ended = register.course().ended();
    int asked = register.told().asked();
    return ended == null
            || register.holdings().isEmpty()
            || register.revision().state() != Revision.State.PROVISIONAL
            || asked >= ACCOUNTS.size()
        ? Optional.empty()
        : Optional.of(ended.plus(ACCOUNTS.get(asked)));
  }
}
