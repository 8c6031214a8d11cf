package dev.callboard.session.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The presence of one party, or of somebody who sits beside one.
 *
 * @param stretches in order; several devices may overlap
 * @param spans the same as one set of times
 * @param named whether a record without times says that they were there, of which nothing else does
 */
record Person(List<Stretch> stretches, Spans spans, boolean named) {

  static Person of(Party party, Presences presences) {
    List<Stretch> all = new ArrayList<>();
    Spans spans = Spans.NONE;
    for (Stay stay : party.stays()) {
      List<Stretch> own = presences.of(stay);
      all.addAll(own);
      spans = spans.and(Presences.spans(own));
    }
    all.sort(Comparator.comparing(Stretch::from).thenComparing(Stretch::to));
    return new Person(
        List.copyOf(all), spans, party.stays().stream().anyMatch(Stay::namedOnly) && all.isEmpty());
  }

  Person and(Person other) {
    List<Stretch> all =
        Stream.concat(stretches.stream(), other.stretches.stream())
            .sorted(Comparator.comparing(Stretch::from).thenComparing(Stretch::to))
            .toList();
    return new Person(all, spans.and(other.spans), (named || other.named) && all.isEmpty());
  }

  static final Person NOWHERE = new Person(List.of(), Spans.NONE, false);

  /** Clocks of platforms may be ahead of ours by so much. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  /** When they left, if that was just now and they may only be moving to another room. */
  Optional<Instant> moving(Instant now) {
    if (stretches.stream().anyMatch(stretch -> in(stretch, now))) {
      return Optional.empty();
    }
    return stretches.stream()
        .filter(stretch -> stretch.end() == Stretch.End.TOLD)
        .map(Stretch::to)
        .filter(to -> to.plus(Roll.MOVING).isAfter(now) && to.minus(Roll.MOVING).isBefore(now))
        .max(Comparator.naturalOrder());
  }

  /** Whoever is told to come another day is not in yet. */
  private static boolean in(Stretch stretch, Instant now) {
    return stretch.end() == Stretch.End.HERE && !stretch.from().isAfter(now.plus(AHEAD));
  }

  /** Whether they are here; somebody who left just now may only be moving to another room. */
  boolean here(Instant now) {
    return stretches.stream()
        .anyMatch(stretch ->
            switch (stretch.end()) {
              case HERE -> in(stretch, now);
              case TOLD ->
                  !stretch.from().isAfter(now) && stretch.to().plus(Roll.MOVING).isAfter(now);
              case JOINED_AGAIN, GONE, MEETING_OVER, ASSUMED -> false;
            });
  }
}
