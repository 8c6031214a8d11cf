package dev.callboard.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.chat.Inbound.Command;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Sighting;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the class a command is about: the one a button names, the room's, or the person's own. */
final class Rooming {

  private final Ledger ledger;
  private final Classes classes;

  /** Rooms change hands seldom; another server's opening is seen after this time at the latest. */
  private static final Duration TRUSTED = Duration.ofSeconds(2);

  /** So long after the end of a class people may still leave its meeting. */
  private static final Duration LINGERING = Duration.ofMinutes(30);

  private final Cache<Place, SessionId> rooms;

  /**
   * Meetings held that are no class's: a platform tells of all that an organisation holds. Where
   * other servers may open a class meanwhile each would be asked after one more time.
   */
  private final Cache<Place, Boolean> nobodys;

  Rooming(Ledger ledger, Classes classes) {
    this.ledger = ledger;
    this.classes = classes;
    Caffeine<Object, Object> cache =
        Caffeine.newBuilder().maximumSize(50_000).executor(Runnable::run);
    nobodys =
        Caffeine.newBuilder()
            .maximumSize(ledger.shared() ? 0 : 50_000)
            .expireAfterWrite(TRUSTED)
            .executor(Runnable::run)
            .build();
    rooms = (ledger.shared() ? cache.expireAfterWrite(TRUSTED) : cache).build();
  }

  /**
   * Which class is meant.
   *
   * @param several classes to choose from, when the place does not tell; else empty
   */
  record Meant(@Nullable Session session, List<Session> several) {}

  Meant meant(Command command, @Nullable String named) {
    if (named != null) {
      return new Meant(classes.recent(new SessionId(named)).orElse(null), List.of());
    }
    Optional<Session> here =
        command.kind() == PlaceKind.DIRECT ? Optional.empty() : at(command.place());
    if (here.isPresent() || command.kind() != PlaceKind.DIRECT) {
      return new Meant(here.orElse(null), List.of());
    }
    List<Session> own =
        ledger.openFor(command.from()).stream()
            .map(classes::recent)
            .flatMap(Optional::stream)
            .toList();
    return own.size() == 1 ? new Meant(own.getFirst(), List.of()) : new Meant(null, own);
  }

  /** The class of a room, as last seen. */
  Optional<Session> at(Place place) {
    return id(place).flatMap(classes::recent);
  }

  /**
   * The class that a meeting is of: the one that this very time it is held belongs to, unless that
   * had ended and another has the meeting since; else the one whose meeting it is, unless that
   * ended too long before.
   */
  Optional<SessionId> meets(Sighting sighting) {
    Place meeting = sighting.meeting();
    Place both = new Place(meeting.platform(), meeting.tenant(), told(sighting));
    if (nobodys.getIfPresent(both) != null) {
      return Optional.empty();
    }
    Place thisTime = Witnessing.held(meeting, sighting.occurrence());
    Optional<SessionId> held = sighting.occurrence().isEmpty() ? Optional.empty() : id(thisTime);
    if (held.isPresent() && !over(held.get(), sighting.at())) {
      return held;
    }
    Optional<SessionId> own = own(sighting);
    if (own.isPresent() && !own.equals(held)) {
      boolean before = held.isPresent() && before(own.get(), sighting.at());
      return before ? held : own.filter(id -> of(id, sighting.at()));
    }
    if (held.isEmpty() && !meeting.id().isEmpty()) {
      nobodys.put(both, true);
    }
    return held;
  }

  /** Where the class that had the meeting is over, another server may have opened the next. */
  private Optional<SessionId> own(Sighting sighting) {
    Optional<SessionId> own = id(sighting.meeting());
    if (ledger.shared() && own.filter(id -> over(id, sighting.at())).isPresent()) {
      rooms.invalidate(sighting.meeting());
      return id(sighting.meeting());
    }
    return own;
  }

  /** Meeting and occurrence, for either may be left out, and then says nothing of the others. */
  private static String told(Sighting sighting) {
    return sighting.meeting().id() + "#" + sighting.occurrence();
  }

  /** Whether something happened before a class was opened, though it may be told after that. */
  private boolean before(SessionId id, Instant at) {
    return classes
        .recent(id)
        .filter(session -> at.isBefore(session.register().course().opened()))
        .isPresent();
  }

  private boolean over(SessionId id, Instant at) {
    return classes
        .recent(id)
        .map(session -> session.run().endedAt())
        .filter(at::isAfter)
        .isPresent();
  }

  private boolean of(SessionId id, Instant at) {
    return classes
        .recent(id)
        .filter(session -> {
          Instant ended = session.run().endedAt();
          return ended == null || at.isBefore(ended.plus(LINGERING));
        })
        .isPresent();
  }

  private Optional<SessionId> id(Place place) {
    SessionId known = rooms.getIfPresent(place);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<SessionId> found = ledger.at(place);
    found.ifPresent(id -> rooms.put(place, id));
    return found;
  }

  /** Forgets whose meeting this is. */
  void forget(Sighting sighting) {
    Place meeting = sighting.meeting();
    rooms.invalidate(meeting);
    rooms.invalidate(Witnessing.held(meeting, sighting.occurrence()));
    nobodys.invalidate(new Place(meeting.platform(), meeting.tenant(), told(sighting)));
  }

  /** Forgets rooms that have a new class. */
  void opened(Session session) {
    rooms.invalidateAll(session.rooms().classRooms());
    rooms.invalidateAll(session.rooms().backstages());
    rooms.invalidateAll(session.rooms().meetings());
    nobodys.invalidateAll();
  }
}
