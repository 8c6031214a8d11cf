package dev.callboard.command.roll;

import dev.callboard.command.Decision;
import dev.callboard.command.Texts;
import dev.callboard.session.Event.Settled;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Register;
import dev.callboard.session.attendance.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is said by itself as people come and go. New facts are looked at together, a few seconds
 * after the first of them, so that a burst is one message and a move between rooms is none. The
 * larger the class, the longer its bursts last, and the longer a look at all of its people takes.
 */
public final class Minding {

  /** How long after a fact all are looked at in a large class; {@link Told#BURST} in others. */
  private static final Duration LONG_BURST = Duration.ofSeconds(10);

  /** So many more people make it a second longer. */
  private static final int CROWD = 25;

  /** When backstage hears who is missing, after the start. */
  static final Duration MISSING = Duration.ofMinutes(5);

  /** So long before the planned start whoever teaches may be there to teach, and not for more. */
  static final Duration READY = Duration.ofMinutes(5);

  private Minding() {}

  /** When there is something to look at next. */
  public static Optional<Instant> next(Session session) {
    return Stream.of(looking(session), missing(session), ready(session))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /** Says what is due; a decision without events when nothing is. */
  public static Decision decide(Session session, Texts texts, Instant now) {
    boolean look = due(looking(session), now);
    boolean absent = due(missing(session), now);
    if (!look && !absent && !due(ready(session), now)) {
      return Decision.of();
    }
    Settlement settlement = new Settlement(session, texts, now);
    Settled settled = new Settled(settlement.settle(absent));
    return Decision.of(settled).saying(settlement.out());
  }

  private static boolean due(Optional<Instant> when, Instant now) {
    return when.filter(at -> !at.isAfter(now)).isPresent();
  }

  private static Optional<Instant> looking(Session session) {
    return Optional.ofNullable(session.register().told().waiting())
        .map(at -> at.plus(burst(session.register().stays().size())));
  }

  private static Duration burst(int people) {
    Duration longer = Told.BURST.plusSeconds(people / CROWD);
    return longer.compareTo(LONG_BURST) < 0 ? longer : LONG_BURST;
  }

  /** A look by the clock, for whoever teaches may be there already by then. */
  private static Optional<Instant> ready(Session session) {
    Instant planned = session.run().plannedStart();
    if (planned == null || !waitsForStart(session) || session.register().holdings().isEmpty()) {
      return Optional.empty();
    }
    Instant ready = planned.minus(READY);
    Instant looked = session.register().told().looked();
    return looked == null || looked.isBefore(ready) ? Optional.of(ready) : Optional.empty();
  }

  /** Whether backstage may be asked to start the clock, if whoever teaches is there. */
  static boolean mayBeOffered(Session session, Instant now) {
    Instant planned = session.run().plannedStart();
    return waitsForStart(session) && (planned == null || !now.isBefore(planned.minus(READY)));
  }

  private static boolean waitsForStart(Session session) {
    return session.run().startedAt() == null
        && !session.run().ended()
        && !session.register().told().offered();
  }

  private static Optional<Instant> missing(Session session) {
    Register register = session.register();
    Instant started = register.course().started();
    boolean met = !register.holdings().isEmpty();
    return started == null || session.run().ended() || register.told().missing() || !met
        ? Optional.empty()
        : Optional.of(started.plus(MISSING));
  }
}
