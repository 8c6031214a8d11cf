package dev.callboard.desk;

import dev.callboard.chat.MeetingRecord;
import dev.callboard.command.Decision;
import dev.callboard.command.roll.Accounting;
import dev.callboard.command.roll.Accounting.Answers;
import dev.callboard.command.roll.Accounting.Wanted;
import dev.callboard.desk.Accounts.Answer;
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
import java.util.TreeSet;

/**
 * Asks the platforms for their own accounts of a class's meetings, when it is time. It may take
 * long, so nobody's turn is held meanwhile; what comes is decided on the class as it then is.
 */
record Accountant(
    Classes classes, Writing writing, Turns turns, Accounts accounts, InstantSource clock) {

  private static final int TRIES = 8;

  /** The alarm of a class whose clock has just rung; another one when there was something to do. */
  Alarm after(SessionId id, Alarm rung) {
    Optional<Session> session = classes.recent(id);
    List<Wanted> due =
        session.map(found -> Accounting.due(found, clock.instant())).orElse(List.of());
    if (due.isEmpty()) {
      return rung;
    }
    List<Answer> told = new ArrayList<>();
    for (Wanted wanted : due) {
      Answer answer = accounts.ask(wanted);
      if (answer instanceof Answer.Later later) {
        return turns.inTurn(id, () -> wait(id, later.turn()));
      }
      told.add(answer);
    }
    Answers answers = answers(due, told);
    return turns.inTurn(id, () -> write(id, answers));
  }

  /** What else the class is looked at for comes in its time. */
  private Alarm wait(SessionId id, Instant turn) {
    return classes
        .current(id)
        .map(session -> Alarm.next(session, clock.instant(), turn))
        .orElseGet(Alarm.Off::new);
  }

  private static Answers answers(List<Wanted> due, List<Answer> told) {
    List<MeetingRecord> records = new ArrayList<>();
    Set<String> without = new TreeSet<>();
    Set<String> reasons = new LinkedHashSet<>();
    for (int i = 0; i < due.size(); i++) {
      switch (told.get(i)) {
        case Answer.Given given -> records.add(given.record());
        case Answer.NotYet not -> reasons.add(not.reason());
        case Answer.Never _ -> without.add(due.get(i).meeting().platform());
        case Answer.Later _ -> {}
      }
    }
    return new Answers(records, without, List.copyOf(reasons));
  }

  private Alarm write(SessionId id, Answers answers) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Session> session = classes.current(id);
      if (session.isEmpty()) {
        return new Alarm.Off();
      }
      Instant now = clock.instant();
      Decision decision = Accounting.decide(session.get(), answers, now);
      if (decision.events().isEmpty()) {
        return Alarm.next(session.get(), now);
      }
      Writing.Draft draft =
          new Writing.Draft(
              session.get(), decision.events(), null, decision.out(), Recorded.CALLBOARD);
      if (writing.commit(draft, now).outcome() == Outcome.DONE) {
        return new Alarm.Keep();
      }
    }
    throw new IllegalStateException(
        "tries: " + TRIES + " (expected: fewer until nobody else writes to the class first)");
  }
}
