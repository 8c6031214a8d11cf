package dev.callboard.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.chat.Person;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The classes somebody watches over: their own of today, and of a client they lead all. */
final class Board {

  /** A class of the morning is still today's in the evening. */
  private static final Duration TODAY = Duration.ofHours(18);

  private static final Duration TRUSTED = Duration.ofSeconds(2);

  private final Classrooms classrooms;
  private final InstantSource clock;
  private final BoardRows rows = new BoardRows();
  private final Cache<Person, List<SessionId>> own = cache();
  private final Cache<String, List<SessionId>> open = cache();
  private final Cache<String, Map<SessionId, Integer>> lost = cache();

  Board(Classrooms classrooms, InstantSource clock) {
    this.classrooms = classrooms;
    this.clock = clock;
  }

  private static <K, V> Cache<K, V> cache() {
    return Caffeine.newBuilder()
        .maximumSize(10_000)
        .expireAfterWrite(TRUSTED)
        .executor(Runnable::run)
        .build();
  }

  /**
   * A board as it stands.
   *
   * @param lead whether there are classes of others on it
   */
  record Now(Instant at, boolean lead, List<ObjectNode> rows) {}

  Now of(Person person) {
    Instant now = clock.instant();
    Set<SessionId> shown =
        new LinkedHashSet<>(own.get(person, p -> classrooms.of(p, now.minus(TODAY))));
    List<Session> mine =
        shown.stream()
            .flatMap(id -> classrooms.find(id).stream())
            .filter(session -> Visits.isTeam(session, person))
            .toList();
    List<Session> led =
        open().stream()
            .filter(id -> !shown.contains(id))
            .flatMap(id -> classrooms.find(id).stream())
            .filter(session -> leads(session, person))
            .toList();
    Map<SessionId, Integer> trouble = lost();
    List<ObjectNode> all =
        Stream.concat(mine.stream(), led.stream())
            .map(session -> rows.of(session, trouble.getOrDefault(session.id(), 0), now).json())
            .toList();
    return new Now(now, !led.isEmpty(), all);
  }

  private List<SessionId> open() {
    return Objects.requireNonNull(open.get("", _ -> classrooms.open()));
  }

  private Map<SessionId, Integer> lost() {
    return Objects.requireNonNull(lost.get("", _ -> classrooms.lost()));
  }

  /** Whether somebody watches over all classes of its client. */
  static boolean leads(Session session, Person person) {
    String email = person.email();
    return email != null && session.plan().leads().contains(email.strip().toLowerCase(Locale.ROOT));
  }
}
