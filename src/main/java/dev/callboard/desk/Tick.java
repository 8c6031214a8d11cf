package dev.callboard.desk;

import dev.callboard.command.Decision;
import dev.callboard.command.Texts;
import dev.callboard.command.clock.Ticking;
import dev.callboard.command.debrief.Debriefing;
import dev.callboard.command.roll.Minding;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The clock of one class, ringing. */
record Tick(Classes classes, Writing writing, Texts texts, InstantSource clock) {

  private static final int TRIES = 8;

  /**
   * Decides and commits until nothing is due, on what is in the log now, for another server may
   * have changed it.
   */
  Alarm of(SessionId id) {
    boolean said = false;
    for (int i = 0; i < TRIES; i++) {
      Optional<Session> session = said ? classes.recent(id) : classes.current(id);
      if (session.isEmpty()) {
        return new Alarm.Off();
      }
      Instant now = clock.instant();
      Decision decision = decide(session.get(), now);
      if (decision.events().isEmpty()) {
        return said ? new Alarm.Keep() : Alarm.next(session.get(), now);
      }
      Writing.Draft draft =
          new Writing.Draft(
              session.get(), decision.events(), null, decision.out(), Recorded.CALLBOARD);
      said = writing.commit(draft, now) == Outcome.DONE;
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
