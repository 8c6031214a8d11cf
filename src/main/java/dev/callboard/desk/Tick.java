package dev.callboard.desk;

import dev.callboard.command.Decision;
import dev.callboard.command.Texts;
import dev.callboard.command.clock.Ticking;
import dev.callboard.command.debrief.Debriefing;
import dev.callboard.command.roll.Minding;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clocks of all classes, ringing. Thread-safe. */
final class Tick {

  private static final Logger LOG = LoggerFactory.getLogger(Tick.class);
  private static final int TRIES = 8;

  /** Later than that it would have to say by how much. */
  private static final Duration PUNCTUAL = Duration.ofSeconds(1);

  private final Classes classes;
  private final Writing writing;
  private final Texts texts;
  private final InstantSource clock;

  /** What was decided for a second that has not come. */
  private final Map<SessionId, Foreseen> foreseen = new ConcurrentHashMap<>();

  Tick(Classes classes, Writing writing, Texts texts, InstantSource clock) {
    this.classes = classes;
    this.writing = writing;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * What is to be done with a class at an instant, if nothing happens to it before.
   *
   * @param session on which it was decided
   */
  private record Foreseen(Session session, Instant due, Decision decision) {

    boolean holds(Session then, Instant now) {
      return then.seq() == session.seq()
          && !decision.events().isEmpty()
          && !now.isBefore(due)
          && now.isBefore(due.plus(PUNCTUAL));
    }
  }

  /**
   * Decides ahead what the clock says, so that a thousand classes which ring in one second need
   * only write. Where people come and go something will happen before.
   */
  void foresee(SessionId id, Instant due) {
    try {
      classes
          .recent(id)
          .filter(session -> session.register().told().waiting() == null)
          .ifPresent(session ->
              foreseen.put(id, new Foreseen(session, due, Ticking.decide(session, due))));
    } catch (RuntimeException exception) {
      LOG.debug("{}: its ring finds out the same", id, exception);
    }
  }

  /**
   * Decides and commits until nothing is due, on what is in the log now, for another server may
   * have changed it.
   */
  Alarm of(SessionId id) {
    @Nullable Foreseen ahead = foreseen.remove(id);
    boolean said = false;
    for (int i = 0; i < TRIES; i++) {
      Optional<Session> session = said ? classes.recent(id) : classes.current(id);
      if (session.isEmpty()) {
        return new Alarm.Off();
      }
      Instant now = clock.instant();
      Decision decision =
          ahead != null && ahead.holds(session.get(), now)
              ? ahead.decision()
              : decide(session.get(), now);
      if (decision.events().isEmpty()) {
        return said ? new Alarm.Keep() : Alarm.next(session.get(), now);
      }
      Writing.Draft draft =
          new Writing.Draft(
              session.get(), decision.events(), null, decision.out(), Recorded.CALLBOARD);
      Writing.Written written = writing.commit(draft, now);
      said = written.outcome() == Outcome.DONE;
      if (said && written.alarm() instanceof Alarm.At next && next.due().isAfter(now)) {
        return new Alarm.Keep();
      }
    }
    throw new IllegalStateException(
        "tries: "
            + TRIES
            + " (expected: fewer until nothing is due, and nobody else writes first)");
  }

  /**
   * What the clock says; when it has nothing to say any more, what is to be said of those who came
   * and went; then who is to be asked how it went. None need wait for the other.
   */
  private Decision decide(Session session, Instant now) {
    Decision clock = Ticking.decide(session, now);
    if (!clock.events().isEmpty()) {
      return clock;
    }
    Decision minded = Minding.decide(session, texts, now);
    return minded.events().isEmpty() ? Debriefing.decide(session, now) : minded;
  }
}
