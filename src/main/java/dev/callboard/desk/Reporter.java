package dev.callboard.desk;

import dev.callboard.chat.Content;
import dev.callboard.command.Decision;
import dev.callboard.command.roll.Reporting;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Posts the report of a class that is over, and keeps the post up to date. Its picture is drawn by
 * a thread of its own, one after the other, while nobody's turn is held: clocks ring on virtual
 * threads, which share the processors, and a prompt must not wait for a picture.
 */
final class Reporter {

  private static final int TRIES = 8;

  private final Classes classes;
  private final Ledger ledger;
  private final Writing writing;
  private final Turns turns;
  private final InstantSource clock;
  private final ExecutorService painter =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("painter").factory());

  Reporter(Classes classes, Ledger ledger, Writing writing, Turns turns, InstantSource clock) {
    this.classes = classes;
    this.ledger = ledger;
    this.writing = writing;
    this.turns = turns;
    this.clock = clock;
  }

  /** The alarm of a class whose clock has just rung; another one when there was something to do. */
  Alarm after(SessionId id, Alarm rung) {
    Instant now = clock.instant();
    if (classes.recent(id).filter(session -> Reporting.due(session, now)).isEmpty()) {
      return rung;
    }
    Optional<Drawn> drawn = CompletableFuture.supplyAsync(() -> draw(id), painter).join();
    return drawn.isEmpty() ? rung : turns.inTurn(id, () -> post(id, drawn.get()));
  }

  /** The card of a class as it then was. */
  private record Drawn(Session session, Content card) {}

  private Optional<Drawn> draw(SessionId id) {
    List<Recorded> log = ledger.read(id, 0);
    Instant now = clock.instant();
    return Session.fold(id, log)
        .filter(session -> Reporting.due(session, now))
        .map(session -> new Drawn(session, Reporting.card(session, log, now)));
  }

  /** What people decided since it was drawn is not lost: the alarm rings at once, to draw again. */
  private Alarm post(SessionId id, Drawn drawn) {
    for (int i = 0; i < TRIES; i++) {
      Session session = classes.current(id).orElseThrow();
      Instant now = clock.instant();
      Decision decision = Reporting.decide(session, drawn.card(), now);
      if (decision.events().isEmpty() || !session.reportsAs(drawn.session())) {
        return Alarm.next(session, now);
      }
      Writing.Draft draft =
          new Writing.Draft(session, decision.events(), null, decision.out(), Recorded.CALLBOARD);
      if (writing.commit(draft, now).outcome() == Outcome.DONE) {
        return new Alarm.Keep();
      }
    }
    throw new IllegalStateException(
        "tries: " + TRIES + " (expected: fewer until nobody else writes to the class first)");
  }
}
