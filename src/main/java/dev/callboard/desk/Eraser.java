package dev.callboard.desk;

import dev.callboard.command.roll.Forgetting;
import dev.callboard.plan.Member;
import dev.callboard.session.Erasable;
import dev.callboard.session.Erasure;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes people out of the logs of classes when it is time. Whom somebody asked for goes from the
 * client's other classes first, and from the class of the asking last: whatever happens in between,
 * the clock of that class rings again.
 */
record Eraser(Classes classes, Ledger ledger, Writing writing, Turns turns, InstantSource clock) {

  private static final int TRIES = 8;

  /** The alarm of a class whose clock has just rung; another one when there was something to do. */
  Alarm after(SessionId id, Alarm rung) {
    if (classes.recent(id).filter(one -> !due(one).isEmpty()).isEmpty()) {
      return rung;
    }
    Session session = classes.current(id).orElseThrow();
    Set<String> due = due(session);
    Forgetting.Left left = new Forgetting.Left(new ArrayList<>(), new ArrayList<>());
    if (Forgetting.asked(session)) {
      due.stream()
          .map(session.plan()::person)
          .flatMap(Optional::stream)
          .forEach(member -> elsewhere(session, member, left));
    }
    return turns.inTurn(id, () -> here(id, due, left));
  }

  private Set<String> due(Session session) {
    return Forgetting.due(session, clock.instant());
  }

  /** Erases them from the client's other classes; adds those where that is not yet possible. */
  private void elsewhere(Session session, Member member, Forgetting.Left left) {
    String client = session.plan().clientKey();
    Set<SessionId> all = new LinkedHashSet<>(ledger.classesOf(client, member));
    all.addAll(ledger.classesThatShow(client, member));
    for (SessionId id : all) {
      Optional<Session> other = classes.current(id).filter(one -> !id.equals(session.id()));
      if (other.isEmpty() || Erasable.same(other.get(), member).isEmpty()) {
        continue;
      }
      if (!other.get().run().ended()) {
        left.running().add(id.value());
      } else if (Forgetting.waits(other.get())) {
        left.waiting().add(id.value());
        turns.inTurn(id, () -> later(id, member));
      } else {
        turns.inTurn(id, () -> erase(id, one -> Erasable.same(one, member).stream()));
      }
    }
  }

  /** That class forgets them by itself when it is time. */
  private boolean later(SessionId id, Member member) {
    for (int i = 0; i < TRIES; i++) {
      Session session = classes.current(id).orElseThrow();
      Set<String> wanted = new LinkedHashSet<>(Erasable.same(session, member));
      wanted.removeAll(session.register().course().erasing());
      List<Event> events = wanted.stream().<Event>map(Event.Erasing::new).toList();
      Writing.Draft draft = new Writing.Draft(session, events, null, List.of(), Recorded.CALLBOARD);
      if (draft.isEmpty() || writing.commit(draft, clock.instant()).outcome() == Outcome.DONE) {
        return true;
      }
    }
    throw tooMany();
  }

  private static IllegalStateException tooMany() {
    return new IllegalStateException(
        "tries: " + TRIES + " (expected: fewer until nobody else writes to the class first)");
  }

  /** When somebody else was asked for meanwhile, nobody yet: the clock rings again at once. */
  private Alarm here(SessionId id, Set<String> due, Forgetting.Left left) {
    int people = erase(id, one -> due(one).equals(due) ? due.stream() : Stream.empty());
    Instant now = clock.instant();
    Optional<Session> session = classes.current(id);
    if (session.isPresent() && people > 0) {
      writing.commit(
          new Writing.Draft(
              session.get(),
              List.of(),
              null,
              Forgetting.tell(session.get(), people, left, now),
              Recorded.CALLBOARD),
          now);
    }
    return session.<Alarm>map(one -> Alarm.next(one, now)).orElseGet(Alarm.Off::new);
  }

  /** Who is to be erased from a class as it now is. */
  private interface Whom {
    Stream<String> of(Session session);
  }

  /** Tells how many were erased. */
  private int erase(SessionId id, Whom whom) {
    for (int i = 0; i < TRIES; i++) {
      List<Recorded> log = ledger.read(id, 0);
      Optional<Session> session = Session.fold(id, log);
      Set<String> wanted = new LinkedHashSet<>();
      session.ifPresent(one -> whom.of(one).forEach(wanted::add));
      if (session.isEmpty() || wanted.isEmpty()) {
        return 0;
      }
      if (commit(session.get(), log, wanted) == Outcome.DONE) {
        var _ = classes.current(id); // without them from now on
        return wanted.size();
      }
    }
    throw tooMany();
  }

  private Outcome commit(Session session, List<Recorded> log, Set<String> wanted) {
    Erasure erasure = Erasure.of(session, log, wanted);
    boolean everybody = wanted.containsAll(Erasable.everybody(session));
    Instant now = clock.instant();
    Recorded done =
        new Recorded(
            session.seq() + 1,
            now,
            Recorded.CALLBOARD,
            new Event.Erased(erasure.people(), everybody));
    Alarm alarm = Alarm.next(session.after(done), now);
    try {
      return ledger.commit(
          new Commit(session.id(), session.seq(), List.of(done), null, List.of(), now, alarm)
              .erasing(erasure));
    } finally {
      classes.doubt(session.id()); // even if it is not known whether it was written
    }
  }
}
