package dev.callboard.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the clock has seen of a class: facts only, nothing computed.
 *
 * @param plannedStart null when the class starts whenever somebody says so
 * @param visits segments in the order they were entered; the last one is the current one until the
 *     class ends
 */
public record Run(
    @Nullable Instant plannedStart,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    List<Visit> visits) {

  public Run {
    visits = List.copyOf(visits);
  }

  /**
   * One stay in a segment.
   *
   * @param to null while it lasts
   */
  public record Visit(String segment, Instant from, @Nullable Instant to) {
    Visit until(Instant end) {
      return to == null ? new Visit(segment, from, end) : this;
    }
  }

  static Run planned(@Nullable Instant plannedStart) {
    return new Run(plannedStart, null, null, List.of());
  }

  public boolean live() {
    return startedAt != null && endedAt == null;
  }

  public boolean ended() {
    return endedAt != null;
  }

  /** The segment that runs now; empty before the start and after the end. */
  public Optional<Visit> current() {
    return live() && !visits.isEmpty() ? Optional.of(visits.getLast()) : Optional.empty();
  }

  Run started(Instant at) {
    return new Run(plannedStart, at, null, visits);
  }

  Run entered(String segment, Instant at) {
    return new Run(
        plannedStart,
        startedAt,
        endedAt,
        Stream.concat(closed(at), Stream.of(new Visit(segment, at, null))).toList());
  }

  Run ended(Instant at) {
    return new Run(plannedStart, startedAt, at, closed(at).toList());
  }

  private Stream<Visit> closed(Instant at) {
    return visits.stream().map(visit -> visit.until(at));
  }
}
