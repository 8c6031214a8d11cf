package dev.callboard.desk;

import dev.callboard.chat.Delivery.Program;
import dev.callboard.chat.Outgoing;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits what was decided, keeps the live state in step and wakes the outbox. */
final class Writing {

  private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

  private final Ledger ledger;
  private final Classes classes;
  private final Rooming rooming;
  private final Herald herald;
  private final Wake wake;

  Writing(Ledger ledger, Classes classes, Rooming rooming, Herald herald, Wake wake) {
    this.ledger = ledger;
    this.classes = classes;
    this.rooming = rooming;
    this.herald = herald;
    this.wake = wake;
  }

  /**
   * What one decision wants written.
   *
   * @param session the state it was decided on; null when it opens a class or concerns none
   * @param opens the class it opens, or null
   * @param claim what that class takes with it, or null
   * @param program that asked for it, or null
   */
  record Draft(
      @Nullable Session session,
      @Nullable SessionId opens,
      List<Event> events,
      @Nullable String deliveryKey,
      List<Outgoing> out,
      String by,
      @Nullable Claim claim,
      @Nullable Program program) {

    /** Of what opens no class. */
    Draft(
        @Nullable Session session,
        List<Event> events,
        @Nullable String deliveryKey,
        List<Outgoing> out,
        String by) {
      this(session, null, events, deliveryKey, out, by, null, null);
    }

    /** The same, asked for by a program. */
    Draft from(@Nullable Program next) {
      return new Draft(session, opens, events, deliveryKey, out, by, claim, next);
    }

    boolean isEmpty() {
      return events.isEmpty() && out.isEmpty();
    }
  }

  /**
   * What came of it.
   *
   * @param alarm what the clock of the class was set to, when it is written
   */
  record Written(Outcome outcome, Alarm alarm) {}

  Written commit(Draft draft, Instant now) {
    Session before = draft.session();
    Program program = draft.program();
    long expected = before == null ? 0 : before.seq();
    List<Recorded> events = numbered(draft, expected, now);
    SessionId id = draft.opens() != null ? draft.opens() : before == null ? null : before.id();
    Session after = after(before, id, events);
    Alarm alarm = after == null ? new Alarm.Keep() : Alarm.after(events, before, after, now);
    List<Outgoing> out = new ArrayList<>(draft.out());
    if (after != null) {
      out.addAll(herald.of(after, events));
    }
    Outcome outcome =
        written(
            new Commit(id, expected, events, draft.deliveryKey(), out, now, alarm)
                .claiming(draft.claim())
                .asking(program == null ? null : program.asks()));
    if (outcome == Outcome.DUPLICATE) {
      LOG.info("{} came again; it was done before", draft.deliveryKey());
    }
    if (outcome == Outcome.DONE) {
      if (after != null) {
        remember(before, after);
        wake.changed(after.id());
      }
      if (!out.isEmpty()) {
        wake.committed(out.stream().map(change -> change.to().lane()).collect(Collectors.toSet()));
      }
    }
    return new Written(outcome, alarm);
  }

  /** What was refused, or may have been written for all that is known, is read before the next. */
  private Outcome written(Commit commit) {
    SessionId id = commit.session();
    boolean sure = false;
    try {
      Outcome outcome = ledger.commit(commit);
      sure = outcome != Outcome.CONFLICT;
      return outcome;
    } finally {
      if (!sure && id != null) {
        classes.doubt(id);
      }
    }
  }

  /** The draft as the first of a class, with what the class takes. */
  static Draft opening(Draft first, SessionId id, Early early, Instant now) {
    Session opened = Session.fold(id, numbered(first, 0, now)).orElseThrow();
    Early.Taken taken = early.taken(opened, now);
    List<Event> events = new ArrayList<>(first.events());
    events.addAll(taken.facts());
    return new Draft(
        null,
        id,
        events,
        first.deliveryKey(),
        first.out(),
        first.by(),
        taken.claim(),
        first.program());
  }

  /** Whether another server wrote to the class since. */
  boolean overtaken(Session session) {
    return ledger.shared() && ledger.newest(session.id()) > session.seq();
  }

  private static @Nullable Session after(
      @Nullable Session before, @Nullable SessionId id, List<Recorded> events) {
    if (before != null) {
      return before.after(events);
    }
    return id == null ? null : Session.fold(id, events).orElse(null);
  }

  private void remember(@Nullable Session before, Session after) {
    classes.keep(after);
    if (before == null) {
      rooming.opened(after);
    }
  }

  private static List<Recorded> numbered(Draft draft, long expected, Instant now) {
    List<Recorded> events = new ArrayList<>();
    Program program = draft.program();
    for (Event event : draft.events()) {
      boolean fact = isFact(event);
      String by = fact ? Recorded.CALLBOARD : draft.by();
      String via = fact || program == null ? null : program.name();
      events.add(new Recorded(expected + events.size() + 1, now, by, via, event));
    }
    return events;
  }

  /** What a meeting told is nobody's doing, though it comes with somebody's opening. */
  private static boolean isFact(Event event) {
    return event instanceof Event.Witnessed || event instanceof Event.Convened;
  }
}
