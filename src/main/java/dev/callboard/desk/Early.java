package dev.callboard.desk;

import dev.callboard.chat.Inbound;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.session.Event;
import dev.callboard.session.Rooms;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Register;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What meetings tell before a class is open there, for people come before the producer has typed
 * {@code open}: kept for a while, and taken by the class with its opening. Thread-safe.
 */
final class Early {

  private static final Logger LOG = LoggerFactory.getLogger(Early.class);

  /**
   * So long before its opening people may come to a class: the longest day in a room that is kept
   * open, and less than from one day's class to the next. Most meetings of an organisation are no
   * class's, so who was in them is not kept any longer either.
   */
  static final Duration KEPT = Duration.ofHours(12);

  /** What was over so long before the opening was another meeting in the same room. */
  static final Duration ANOTHER = Duration.ofMinutes(30);

  /** So long after the end of a meeting platforms tell who left it. */
  private static final Duration TRAILING = Duration.ofMinutes(1);

  private final Ledger ledger;
  private final InstantSource clock;

  Early(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What a class takes.
   *
   * @param facts those of it that are the class's own
   */
  record Taken(Claim claim, List<Event> facts) {}

  /** Keeps a fact if it tells of presence; false when an open class has the meeting after all. */
  boolean keep(Inbound.Presence presence) {
    String key = presence.delivery().key();
    Sighting sighting = presence.sighting();
    Instant now = clock.instant();
    boolean late = sighting.at().isBefore(now.minus(KEPT));
    if (late || !Register.tellsPresence(sighting.what())) {
      LOG.debug("{}: no class meets there", key);
      return true;
    }
    return ledger.keep(new Unclaimed(key, sighting, now)) != Outcome.CONFLICT;
  }

  /** Looks at what is kept for a class that is about to be opened. */
  Taken taken(Session opened, Instant now) {
    Instant since = now.minus(KEPT);
    List<Unclaimed> kept = ledger.unclaimed(places(opened.rooms()), since);
    Claim claim = new Claim(since, kept.stream().map(Unclaimed::key).collect(Collectors.toSet()));
    List<Sighting> own = own(kept.stream().map(Unclaimed::sighting).toList(), now);
    return new Taken(claim, Witnessing.news(opened, own, now));
  }

  /** Forgets what no class has taken. */
  void sweep() {
    ledger.sweep(clock.instant().minus(KEPT));
  }

  private static List<Place> places(Rooms rooms) {
    return Stream.of(rooms.classRooms(), rooms.backstages(), rooms.meetings())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** Without what tells of meetings that were over long before the class was opened. */
  static List<Sighting> own(List<Sighting> all, Instant opened) {
    Instant before = opened.minus(ANOTHER);
    Map<Place, Instant> ends = new HashMap<>();
    for (Sighting sighting : all) {
      if (sighting.what() instanceof Sighting.Over && sighting.at().isBefore(before)) {
        ends.merge(holding(sighting), sighting.at(), (one, two) -> one.isAfter(two) ? one : two);
      }
    }
    return all.stream()
        .filter(sighting -> {
          Instant end = ends.get(holding(sighting));
          return end == null || (sighting.at().isAfter(end) && !trails(sighting, end));
        })
        .toList();
  }

  private static boolean trails(Sighting sighting, Instant end) {
    return sighting.what() instanceof Sighting.Left && sighting.at().isBefore(end.plus(TRAILING));
  }

  /** Some facts name the one time that a meeting is held, but not the meeting. */
  private static Place holding(Sighting sighting) {
    return sighting.occurrence().isEmpty()
        ? sighting.meeting()
        : Witnessing.held(sighting.meeting(), sighting.occurrence());
  }
}
