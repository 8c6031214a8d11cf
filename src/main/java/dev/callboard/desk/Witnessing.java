package dev.callboard.desk;

import dev.callboard.chat.Inbound;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.chat.Reply;
import dev.callboard.chat.Sighting;
import dev.callboard.command.roll.Reopened;
import dev.callboard.session.Discretion;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.attendance.Register;
import dev.callboard.session.attendance.Revision;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes what meetings tell. Facts of one class that come together are written together: whoever has
 * the turn writes for all who wait. A fact that the class knows already is not written again, which
 * is known from the class itself and so outlasts any restart. Thread-safe.
 */
final class Witnessing {

  private static final int TRIES = 8;

  private final Classes classes;
  private final Rooming rooming;
  private final Early early;
  private final Writing writing;
  private final Turns turns;
  private final InstantSource clock;
  private final ConcurrentMap<SessionId, Queue<Told>> waiting = new ConcurrentHashMap<>();

  Witnessing(
      Classes classes,
      Rooming rooming,
      Early early,
      Writing writing,
      Turns turns,
      InstantSource clock) {
    this.classes = classes;
    this.rooming = rooming;
    this.early = early;
    this.writing = writing;
    this.turns = turns;
    this.clock = clock;
  }

  /** A fact whose teller waits until it is on disk. */
  private static final class Told {
    final Sighting sighting;
    final @Nullable String key;
    boolean done;
    boolean elsewhere;
    @Nullable RuntimeException failure;

    Told(Inbound.Presence presence) {
      sighting = presence.sighting();
      boolean knownByItself = Register.tellsPresence(sighting.what());
      key = knownByItself ? null : presence.delivery().key();
    }
  }

  Reply hear(Inbound.Presence presence) {
    for (int i = 0; i < TRIES; i++) {
      Optional<SessionId> id = rooming.meets(presence.sighting());
      boolean taken = id.isPresent() ? tell(id.get(), presence) : early.keep(presence);
      if (taken) {
        return new Reply.Quiet();
      }
      rooming.forget(presence.sighting()); // a class was opened or ended there just now
    }
    throw new IllegalStateException(
        "tries: " + TRIES + " (expected: fewer until the class of an open meeting is found)");
  }

  /** False when another server has ended the class meanwhile. */
  private boolean tell(SessionId id, Inbound.Presence presence) {
    Told told = new Told(presence);
    waiting.compute(id, (_, queue) -> with(queue, told));
    turns.inTurn(
        id,
        () -> {
          if (!told.done) {
            write(id);
          }
          return new Reply.Quiet();
        });
    if (told.failure != null) {
      throw told.failure;
    }
    if (!told.done) {
      throw new IllegalStateException("a fact was left waiting (expected: written in the turn)");
    }
    return !told.elsewhere;
  }

  /** In one step with the map's own, so that no queue is dropped while something is put into it. */
  private static Queue<Told> with(@Nullable Queue<Told> queue, Told told) {
    Queue<Told> all = queue == null ? new ConcurrentLinkedQueue<>() : queue;
    all.add(told);
    return all;
  }

  /** Writes what waits; called in the class's turn. */
  private void write(SessionId id) {
    List<Told> together = new ArrayList<>();
    Queue<Told> queue = waiting.getOrDefault(id, new ConcurrentLinkedQueue<>());
    for (Told told = queue.poll(); told != null; told = queue.poll()) {
      together.add(told);
    }
    try {
      commit(id, together.stream().filter(told -> told.key == null).toList(), null);
      for (Told told : together) {
        if (told.key != null) {
          commit(id, List.of(told), told.key);
        }
      }
    } catch (RuntimeException failure) {
      together.forEach(told -> told.failure = failure);
    } catch (Error error) { // which all who wait must hear of, or they would take it for done
      RuntimeException failure = new IllegalStateException("facts could not be written", error);
      together.forEach(told -> told.failure = failure);
    } finally {
      together.forEach(told -> told.done = true);
      waiting.computeIfPresent(id, (_, left) -> left.isEmpty() ? null : left);
    }
  }

  private void commit(SessionId id, List<Told> facts, @Nullable String key) {
    if (facts.isEmpty()) {
      return;
    }
    Session session = classes.recent(id).orElseThrow();
    for (int i = 0; i < TRIES; i++) {
      Instant now = clock.instant();
      List<Sighting> sightings = own(session, facts);
      List<Event> events = news(session, sightings, now);
      if (events.isEmpty()) {
        return;
      }
      Writing.Draft draft =
          new Writing.Draft(
              session, events, key, reopened(session, events, now), Recorded.CALLBOARD);
      if (writing.commit(draft, now).outcome() != Outcome.CONFLICT) {
        return;
      }
      session = classes.current(id).orElseThrow();
    }
    throw new IllegalStateException(
        "tries: " + TRIES + " (expected: fewer until nobody else writes to the class first)");
  }

  /** Only facts on what was signed off are folded here as well as where they are written. */
  private static List<Outgoing> reopened(Session session, List<Event> events, Instant now) {
    if (session.register().revision().state() != Revision.State.FINAL) {
      return List.of();
    }
    Session after = session;
    for (Event event : events) {
      after = after.after(new Recorded(after.seq() + 1, now, Recorded.CALLBOARD, event));
    }
    return Reopened.tell(session, after, now);
  }

  /**
   * Those that are of this class. They were brought here while it seemed to run; once another
   * server has ended it, they may be of the next.
   */
  private List<Sighting> own(Session session, List<Told> facts) {
    for (Told told : facts) {
      told.elsewhere =
          session.run().ended() && !rooming.meets(told.sighting).equals(Optional.of(session.id()));
    }
    return facts.stream().filter(told -> !told.elsewhere).map(told -> told.sighting).toList();
  }

  /** What is new in these facts; none names people in a log they were erased from. */
  static List<Event> news(Session session, List<Sighting> facts, Instant now) {
    List<Event> events = new ArrayList<>();
    Session state = session;
    for (int i = 0; i < facts.size(); i++) {
      Optional<Sighting> told = Discretion.of(state, facts.get(i));
      if (told.isEmpty() || state.register().knows(told.get())) {
        continue;
      }
      Sighting sighting = told.get();
      boolean toldApart = !sighting.occurrence().isEmpty();
      if (toldApart && !state.register().met(sighting.meeting(), sighting.occurrence())) {
        events.add(new Event.Convened(sighting.meeting(), sighting.occurrence()));
      }
      Event event = new Event.Witnessed(sighting);
      events.add(event);
      if (i < facts.size() - 1) { // most come alone, and whoever commits does this again
        state = state.after(new Recorded(state.seq() + 1, now, Recorded.CALLBOARD, event));
      }
    }
    return events;
  }

  /** The place under which one time that a meeting is held is indexed. */
  static Place held(Place meeting, String occurrence) {
    return new Place(meeting.platform(), meeting.tenant(), "#" + occurrence);
  }
}
