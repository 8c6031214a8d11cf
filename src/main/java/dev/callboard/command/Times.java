package dev.callboard.command;

import dev.callboard.chat.Countdown;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times and durations in words. */
public final class Times {

  private static final DateTimeFormatter HOURS_MINUTES = DateTimeFormatter.ofPattern("HH:mm");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

  private Times() {}

  /** {@code yesterday}, {@code tomorrow} or {@code Fri 4 Dec}; empty for the day it is there. */
  public static String day(Instant at, ZoneId zone, Instant now) {
    LocalDate day = at.atZone(zone).toLocalDate();
    long ahead = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), day);
    return ahead == 0 ? "" : ahead == 1 ? "tomorrow" : ahead == -1 ? "yesterday" : DAY.format(day);
  }

  /** {@code New York}: a zone as people call it. */
  public static String city(ZoneId zone) {
    return zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
  }

  /** {@code 14:05}, in the class zone. */
  public static String clock(Instant at, ZoneId zone) {
    return HOURS_MINUTES.format(at.atZone(zone));
  }

  /** {@code 2:10}, or {@code 1:02:10}; the sign is dropped. */
  public static String countdown(Duration duration) {
    return Countdown.of(duration);
  }

  /** {@code 5 min}, rounded to the nearest minute; the sign is dropped. */
  public static String minutes(Duration duration) {
    return Math.round(duration.abs().toSeconds() / 60.0) + " min";
  }

  /** {@code 2 min behind the clock}, {@code 1 min ahead of the clock} or {@code on time}. */
  public static String behind(Duration behind) {
    if (behind.abs().toSeconds() < 30) {
      return "on time";
    }
    return minutes(behind) + (behind.isNegative() ? " ahead of the clock" : " behind the clock");
  }

  /** {@code 1 min behind since we began}, {@code 1 min ahead since we began} and so on. */
  public static String behindSince(Duration behind) {
    if (behind.abs().toSeconds() < 30) {
      return "on time since we began";
    }
    return minutes(behind) + (behind.isNegative() ? " ahead" : " behind") + " since we began";
  }

  /** {@code +2 min}, {@code −1 min} or {@code on time}: what something took beyond its time. */
  public static String over(Duration over) {
    return over.abs().toSeconds() < 30 ? "on time" : offset(over);
  }

  /** {@code +3 min}, {@code −1 min}: where a note was made. */
  public static String offset(Duration behind) {
    return (behind.isNegative() ? "−" : "+") + minutes(behind);
  }
}
