package dev.callboard.session.attendance;

import dev.callboard.chat.Place;
import java.time.Instant;
import java.util.Optional;

/**
 * One time that a meeting was held. Where a platform does not tell these apart it may have begun
 * and ended several times.
 *
 * @param over its beginnings are {@code joined}, its ends {@code left}
 */
public record Holding(Place meeting, String occurrence, Marks over) {

  /** A platform that tells holdings apart may name one without naming its meeting. */
  static String key(Place meeting, String occurrence) {
    return occurrence.isEmpty()
        ? meeting.toString()
        : meeting.platform() + "/" + meeting.tenant() + " " + occurrence;
  }

  String key() {
    return key(meeting, occurrence);
  }

  Holding began(Instant at) {
    return new Holding(meeting, occurrence, over.join(at));
  }

  Holding ended(Instant at) {
    return new Holding(meeting, occurrence, over.leave(at));
  }

  /** The last beginning that was not after an instant. */
  Optional<Instant> begunBy(Instant at) {
    return over.joined().reversed().stream().filter(start -> !start.isAfter(at)).findFirst();
  }

  /** The first end that was not before an instant. */
  Optional<Instant> overAfter(Instant at) {
    return over.left().stream().filter(end -> !end.isBefore(at)).findFirst();
  }

  /** Whether it ended and began anew in between. */
  boolean heldAgainBetween(Instant from, Instant to) {
    return overAfter(from)
        .filter(end ->
            over.joined().stream().anyMatch(start -> start.isAfter(end) && !start.isAfter(to)))
        .isPresent();
  }
}
