package dev.callboard.report.picture;

import dev.callboard.report.model.Timing;
import dev.callboard.session.timing.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Time from left to right.
 *
 * @param left where {@code from} is
 * @param right where {@code to} is
 */
record Axis(Instant from, Instant to, double left, double right, ZoneId zone) {

  private static final List<Integer> MINUTES = List.of(1, 2, 5, 10, 15, 30, 60, 120, 240, 720);
  private static final int TICKS = 9;

  /** Over all that was planned and all that was; empty when neither is known. */
  static Optional<Axis> of(Timing timing, ZoneId zone, double left, double right) {
    List<Window> windows =
        Stream.of(
                Stream.ofNullable(timing.planned()),
                Stream.ofNullable(timing.actual()),
                timing.parts().stream().flatMap(part -> part.visits().stream()))
            .flatMap(stream -> stream)
            .toList();
    Optional<Instant> from = windows.stream().map(Window::start).min(Instant::compareTo);
    Optional<Instant> to = windows.stream().map(Window::end).max(Instant::compareTo);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Instant least = from.get().plusSeconds(60);
    Instant end = to.get().isBefore(least) ? least : to.get();
    return Optional.of(new Axis(from.get(), end, left, right, zone));
  }

  /** Where an instant is; one that is off the axis is at its end. */
  double x(Instant at) {
    double whole = Duration.between(from, to).toMillis();
    double part = Duration.between(from, at).toMillis();
    return left + (right - left) * Math.clamp(part / whole, 0, 1);
  }

  /** Round times of day on the axis, a handful of them. */
  List<Instant> ticks() {
    long minutes = Duration.between(from, to).toMinutes();
    int step = MINUTES.stream().filter(m -> minutes / m <= TICKS).findFirst().orElse(1_440);
    Instant midnight = from.atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
    long first = Math.ceilDiv(Duration.between(midnight, from).toSeconds(), step * 60L);
    List<Instant> ticks = new ArrayList<>();
    Instant tick = midnight.plusSeconds(first * step * 60L);
    for (; !tick.isAfter(to) && ticks.size() <= 2 * TICKS; tick = tick.plusSeconds(step * 60L)) {
      ticks.add(tick);
    }
    return ticks;
  }
}
