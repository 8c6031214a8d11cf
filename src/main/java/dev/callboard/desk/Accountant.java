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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks the platforms for their own accounts of a class's meetings, when it is time. It may take
 * long, so nobody's turn is held meanwhile; what comes is decided on the class as it then is.
 */
record Accountant(
    Classes classes,
    Writing writing,
    Turns turns,
    Accounts accounts,
    InstantSource clock,
    Map<SessionId, Round> rounds) {

  private static final int TRIES = 8;

  Accountant(
      Classes classes, Writing writing, Turns turns, Accounts accounts, InstantSource clock) {
    this(classes, writing, turns, accounts, clock, new ConcurrentHashMap<>());
  }

  /**
   * A time of asking that takes several turns: what was answered is not asked for again. After a
   * restart all of it is.
   *
   * @param times how often was asked before
   */
  record Round(int times, Map<Wanted, Answer> told) {}

  /** The alarm of a class whose clock has just rung; another one when there was something to do. */
  Alarm after(SessionId id, Alarm rung) {
    Optional<Session> session = classes.recent(id);
    List<Wanted> due =
        session.map(found -> Accounting.due(found, clock.instant())).orElse(List.of());
    if (due.isEmpty()) {
      rounds.remove(id);
      return rung;
    }
    int times = session.orElseThrow().register().course().asked();
    Round begun = rounds.remove(id);
    Round round =
        begun != null && begun.times == times ? begun : new Round(times, new LinkedHashMap<>());
    for (Wanted wanted : due) {
      if (!round.told.containsKey(wanted)) {
        Answer answer = accounts.ask(wanted);
        if (answer instanceof Answer.Later later) {
          rounds.put(id, round);
          return turns.inTurn(id, () -> wait(id, later.turn()));
        }
        round.told.put(wanted, answer);
      }
    }
    Answers answers = answers(round.told);
    return turns.inTurn(id, () -> write(id, answers));
  }

  /** What else the class is looked at for comes in its time. */
  private Alarm wait(SessionId id, Instant turn) {
    return classes
        .current(id)
        .map(session -> Alarm.next(session, clock.instant(), turn))
        .orElseGet(Alarm.Off::new);
  }

  private static Answers answers(Map<Wanted, Answer> told) {
    List<MeetingRecord> records = new ArrayList<>();
    Set<String> without = new TreeSet<>();
    Set<String> reasons = new LinkedHashSet<>();
    told.forEach((wanted, answer) -> {
      switch (answer) {
        case Answer.Given given -> records.add(given.record());
        case Answer.NotYet not -> reasons.add(not.reason());
        case Answer.Never _ -> without.add(wanted.meeting().platform());
        case Answer.Later _ -> {}
      }
    });
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
