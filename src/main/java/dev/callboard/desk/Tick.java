package dev.callboard.desk;

import dev.callboard.command.Decision;
import dev.callboard.command.Texts;
import dev.callboard.command.clock.Ticking;
import dev.callboard.command.roll.Minding;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The clock of one class, ringing. */
record Tick(Classes classes, Writing writing, Texts texts, InstantSource clock) {

  private static final int TRIES = 8;

  /** Decides and commits on what is in the log now, for another server may have changed it. */
  Alarm of(SessionId id) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Session> session = classes.current(id);
      if (session.isEmpty()) {
        return new Alarm.Off();
      }
      Instant now = clock.instant();
      Decision decision = decide(session.get(), now);
      if (decision.events().isEmpty()) {
        return Alarm.next(session.get(), now);
      }
      Writing.Draft draft =
          new Writing.Draft(
              session.get(), null, decision.events(), null, decision.out(), "callboard");
      if (writing.commit(draft, now) == Outcome.DONE) {
        return new Alarm.Keep();
      }
    }
    throw new IllegalStateException(
        "tries: " + TRIES + " (expected: fewer until nobody else writes to the class first)");
  }

  /**
   * What the clock says; when it says nothing, what is to be said of those who came and went. The
   * one must not wait for the other: what is left rings again at once.
   */
  private Decision decide(Session session, Instant now) {
    Decision clock = Ticking.decide(session, now);
    return clock.events().isEmpty() ? Minding.decide(session, texts, now) : clock;
  }
}
