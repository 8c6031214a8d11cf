package dev.callboard.session.timing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Turns a plan's times of day into instants: the first at or after the start of the class that a
 * clock in the class zone shows so. A time that lies outside the slot was written for another hour
 * than the class is given at, and binds nothing.
 *
 * <p>The start is the planned one as long as the class has one. Begun a little early, it therefore
 * waits for a fixed start, and a segment with a fixed end lasts till then: the minutes won are
 * spent there. Begun hours early it has no planned start any more, and its times of day lie outside
 * the slot mostly.
 */
record FixedTimes(ZoneId zone, Instant start, Duration slot) {

  @Nullable Instant at(@Nullable LocalTime time) {
    if (time == null) {
      return null;
    }
    LocalDate day = start.atZone(zone).toLocalDate();
    Instant first = first(day, time);
    Instant found = first == null ? first(day.plusDays(1), time) : first;
    return found == null || found.isAfter(start.plus(slot)) ? null : found;
  }

  /** On the day the clocks go back, an hour is shown twice. */
  private @Nullable Instant first(LocalDate day, LocalTime time) {
    ZonedDateTime shown = day.atTime(time).atZone(zone);
    Instant earlier = shown.withEarlierOffsetAtOverlap().toInstant();
    Instant later = shown.withLaterOffsetAtOverlap().toInstant();
    if (!earlier.isBefore(start)) {
      return earlier;
    }
    return later.isBefore(start) ? null : later;
  }
}
