package dev.callboard.desk;

import dev.callboard.command.Decision;
import dev.callboard.command.roll.Reporting;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Posts the report of a class that is over. It is drawn while nobody's turn is held, and posted
 * only if nothing happened meanwhile; else the clock rings again.
 */
record Reporter(Classes classes, Ledger ledger, Writing writing, Turns turns, InstantSource clock) {

  private static final int TRIES = 8;

  /** The alarm of a class whose clock has just rung; another one when there was something to do. */
  Alarm after(SessionId id, Alarm rung) {
    if (classes.recent(id).flatMap(Reporting::next).filter(this::isTime).isEmpty()) {
      return rung;
    }
    for (int i = 0; i < TRIES; i++) {
      List<Recorded> log = ledger.read(id, 0);
      Optional<Session> session = Session.fold(id, log);
      if (session.isEmpty()) {
        return new Alarm.Off();
      }
      Instant now = clock.instant();
      Decision decision = Reporting.decide(session.get(), log, now);
      if (decision.events().isEmpty()) {
        return Alarm.next(session.get(), now);
      }
      Writing.Draft draft =
          new Writing.Draft(session.get(), decision.events(), null, decision.out(), "callboard");
      if (turns.inTurn(id, () -> writing.commit(draft, now)) == Outcome.DONE) {
        return new Alarm.Keep();
      }
    }
    throw new IllegalStateException(
        "tries: " + TRIES + " (expected: fewer until nobody else writes to the class first)");
  }

  private boolean isTime(Instant at) {
    return !at.isAfter(clock.instant());
  }
}
