package dev.callboard.report.model;

import dev.callboard.chat.Countdown;
import dev.callboard.session.Event.Went;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times, dates and durations as reports have them. */
public final class Words {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

  private Words() {}

  /** {@code 14:05}, in the class zone. */
  public static String clock(Instant at, ZoneId zone) {
    return CLOCK.format(at.atZone(zone));
  }

  /** {@code Tuesday 24 November 2026}, in the class zone. */
  public static String day(Instant at, ZoneId zone) {
    return DAY.format(at.atZone(zone));
  }

  /** {@code 12:30}, or {@code 1:02:10}. */
  public static String length(Duration duration) {
    return (duration.isNegative() ? "−" : "") + Countdown.of(duration);
  }

  /** {@code +2:10}, {@code −0:40} or {@code 0:00}. */
  public static String signed(Duration duration) {
    if (duration.isZero()) {
      return "0:00";
    }
    return (duration.isNegative() ? "−" : "+") + Countdown.of(duration);
  }

  /** The nearest whole number of minutes; the sign is dropped. */
  public static long minutes(Duration duration) {
    return Math.round(duration.abs().toSeconds() / 60.0);
  }

  /** {@code 1.4 s} below ten seconds, {@code 14 s} below two minutes, else {@code 2:10}. */
  public static String late(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 10_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
    return millis < 120_000 ? duration.toSeconds() + " s" : Countdown.of(duration);
  }

  /** {@code so-so}. */
  public static String went(Went went) {
    return went.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code 1 learner}, {@code 2 learners}. */
  public static String count(int number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }
}
