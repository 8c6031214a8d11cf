package dev.callboard.report.deeds;

import dev.callboard.chat.Countdown;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Lengths, times and lists in words. */
final class Say {

  private static final DateTimeFormatter HOURS_MINUTES = DateTimeFormatter.ofPattern("HH:mm");
  private static final Duration NOTHING = Duration.ofMillis(50);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private Say() {}

  /** {@code 14:05}. */
  static String clock(Instant at, ZoneId zone) {
    return HOURS_MINUTES.format(at.atZone(zone));
  }

  /** {@code 5 min}, or {@code 2:30 min} when it is no whole number; the sign is dropped. */
  static String minutes(Duration length) {
    Duration size = length.abs();
    return (size.toSecondsPart() == 0 ? String.valueOf(size.toMinutes()) : Countdown.of(size))
        + " min";
  }

  /** {@code on time}, {@code 0.4 s late}, {@code 1.5 s early}, {@code 3 min late}. */
  static String late(Duration late) {
    Duration size = late.abs();
    if (size.compareTo(NOTHING) < 0) {
      return "on time";
    }
    String length =
        size.compareTo(A_MINUTE) < 0
            ? String.format(Locale.ROOT, "%.1f s", size.toMillis() / 1_000.0)
            : rounded(size);
    return length + (late.isNegative() ? " early" : " late");
  }

  /** {@code 3 min}, to the nearest. */
  static String rounded(Duration length) {
    return Math.round(length.abs().toSeconds() / 60.0) + " min";
  }

  /** {@code , 3 min behind}; empty when on time. */
  static String behind(Duration behind) {
    return behind.abs().toSeconds() < 30
        ? ""
        : ", " + rounded(behind) + (behind.isNegative() ? " ahead" : " behind");
  }

  /** {@code a, b and c}. */
  static String list(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /** {@code 1 person}, {@code 3 people}. */
  static String people(int count) {
    return count == 1 ? "1 person" : count + " people";
  }

  /** In quotation marks. */
  static String quoted(String text) {
    return "“" + text.strip() + "”";
  }

  /** Behind a colon; nothing when there is nothing. */
  static String reason(String text) {
    String plain = text.strip();
    String end = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    return end.isEmpty() ? "" : ": " + end;
  }

  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
