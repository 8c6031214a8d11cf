package dev.callboard.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a class starts, in its own zone.
 *
 * @param day null when the class is given often
 */
record Start(@Nullable LocalDate day, LocalTime time) {

  /** {@code 9:30}, {@code 14:00} or {@code 2026-11-24T14:00}; empty when there is no such time. */
  static Optional<Start> of(String text) {
    int split = Math.max(text.indexOf('T'), text.indexOf(' '));
    Optional<LocalTime> time = time(text.substring(split + 1));
    try {
      LocalDate day = split < 0 ? null : LocalDate.parse(text.substring(0, split));
      return time.map(known -> new Start(day, known));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
