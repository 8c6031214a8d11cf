package dev.callboard.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.chat.Person;
import dev.callboard.command.Day;
import dev.callboard.command.Engagement.Stage;
import dev.callboard.console.BoardRows.Row;
import dev.callboard.plan.Plan;
import dev.callboard.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classes somebody watches over: their own of today, and of a client they lead all; and those
 * that are planned for today and not opened yet.
 */
final class Board {

  private static final Logger LOG = LoggerFactory.getLogger(Board.class);

  /** A class of the morning is still today's in the evening. */
  private static final Duration TODAY = Duration.ofHours(18);

  /** A class that is opened now is on boards so much later at most. */
  private static final Duration TRUSTED = Duration.ofSeconds(2);

  /** Within a second every change is shown. */
  private static final Duration FRESH = Duration.ofMillis(500);

  /**
   * After a start no class is in memory, and to read thousands takes a while: so much is done for
   * one look, and the rest for those after it.
   */
  private static final Duration PATIENCE = Duration.ofMillis(150);

  /** What cannot be read is asked for, and complained of, so often. */
  private static final Duration TRIED_AGAIN = Duration.ofMinutes(1);

  /** A class that is over hides its plan so long: until nobody asks whether it was opened. */
  private static final Duration OPENED = Duration.ofHours(36);

  private final Classrooms classrooms;
  private final Agenda agenda;
  private final Losses losses;
  private final InstantSource clock;
  private final BoardRows rows;
  private final Cache<Person, Set<SessionId>> watched = cache(TRUSTED);
  private final Cache<String, Openings> newest = cache(FRESH);
  private final Cache<SessionId, Boolean> unreadable = cache(TRIED_AGAIN);

  Board(Classrooms classrooms, Agenda agenda, Losses losses, WaysIn waysIn, InstantSource clock) {
    this.rows = new BoardRows(waysIn);
    this.classrooms = classrooms;
    this.agenda = agenda;
    this.losses = losses;
    this.clock = clock;
  }

  private static <K, V> Cache<K, V> cache(Duration life) {
    return Caffeine.newBuilder()
        .maximumSize(10_000)
        .expireAfterWrite(life)
        .executor(Runnable::run)
        .build();
  }

  /**
   * A board as it stands.
   *
   * @param pending how many classes more are to be on it and were not read yet
   * @param own which of them are the person's own, see {@link MyDay}
   */
  record Now(Instant at, int pending, List<ObjectNode> rows, ObjectNode own) {}

  Now of(Person person) {
    Instant now = clock.instant();
    Look look = look(person, watched(person, now), now);
    List<MyDay.Entry> own = MyDay.of(person, look.seen().stream().map(Seen::time).toList());
    return new Now(
        now,
        look.pending(),
        look.seen().stream().map(Seen::json).toList(),
        RowPayload.own(MyDay.clashes(own)));
  }

  /** Of all that is on a person's board only the classes that they give. */
  Day day(Person person) {
    Instant now = clock.instant();
    Look look = look(person, classrooms.of(person, now.minus(TODAY)), now);
    List<MyDay.Entry> own = MyDay.of(person, look.seen().stream().map(Seen::time).toList());
    Set<String> openable =
        look.seen().stream()
            .filter(seen -> Visits.isProducer(seen.plan(), person))
            .map(seen -> seen.time().what().id())
            .collect(Collectors.toSet());
    return new Day(
        own.stream()
            .map(MyDay.Entry::what)
            .map(what ->
                what.stage() == Stage.PLANNED && !openable.contains(what.id())
                    ? what.lookedAt()
                    : what)
            .toList(),
        MyDay.clashes(own),
        look.pending() == 0 && agenda.begun());
  }

  /** A row that a person may see. */
  private record Seen(Plan plan, MyDay.Entry time, ObjectNode json) {}

  /**
   * What a person may see.
   *
   * @param pending how many classes more there are that were not read yet
   */
  private record Look(List<Seen> seen, int pending) {}

  /** These classes, and what is planned and not opened yet. */
  private Look look(Person person, Collection<SessionId> ids, Instant now) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Openings openings = openings(now);
    List<Seen> seen = new ArrayList<>();
    int pending = 0;
    for (SessionId id : ids) {
      long seq = openings.newest(id);
      int lost = losses.of(id);
      Optional<Row> row = rows.kept(id, seq, lost, now);
      if (row.isEmpty() && System.nanoTime() < end) {
        row = drawn(id, seq, lost, now);
      } else if (row.isEmpty()) {
        row = rows.stale(id);
        pending += row.isEmpty() ? 1 : 0; // and not what was looked for and is not there
      }
      row.filter(found -> mayWatch(found.plan(), person))
          .ifPresent(found -> seen.add(new Seen(found.plan(), found.time(), found.json())));
    }
    agenda.of(person, now).stream()
        .filter(due -> mayWatch(due.plan(), person))
        .filter(due -> !openings.has(due.plan().key(), due.start(), due.time().what().often()))
        .forEach(due -> seen.add(new Seen(due.plan(), due.time(), due.json())));
    return new Look(seen, pending);
  }

  /** One class that cannot be read takes no board down: it is left out, and tried again later. */
  private Optional<Row> drawn(SessionId id, long seq, int lost, Instant now) {
    if (unreadable.getIfPresent(id) != null) {
      return Optional.empty();
    }
    try {
      return classrooms.find(id, seq).map(session -> rows.draw(session, lost, now));
    } catch (RuntimeException failure) {
      unreadable.put(id, true);
      LOG.error("{} is on no board: it cannot be read", id, failure);
      return Optional.empty();
    }
  }

  private Set<SessionId> watched(Person person, Instant now) {
    return Objects.requireNonNull(
        watched.get(
            person,
            one -> {
              Set<SessionId> ids = new LinkedHashSet<>(classrooms.of(one, now.minus(TODAY)));
              ids.addAll(classrooms.ledBy(one));
              return ids;
            }));
  }

  private Openings openings(Instant now) {
    return Objects.requireNonNull(
        newest.get("", _ -> Openings.of(classrooms.newest(now.minus(OPENED)))));
  }

  private static boolean mayWatch(Plan plan, Person person) {
    return plan.isLedBy(person.email()) || Visits.isTeam(plan, person);
  }
}
