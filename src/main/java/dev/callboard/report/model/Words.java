package dev.callboard.report.model;

import dev.callboard.chat.Countdown;
import dev.callboard.session.Event.Went;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Times, dates and durations as reports have them. */
public final class Words {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

  private static final Duration NOTHING = Duration.ofMillis(50);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private Words() {}

  /** {@code 14:05}, in the class zone. */
  public static String clock(Instant at, ZoneId zone) {
    return CLOCK.format(at.atZone(zone));
  }

  /** {@code 14:05:09}, in the class zone. */
  public static String second(Instant at, ZoneId zone) {
    return TO_THE_SECOND.format(at.atZone(zone));
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
  public static int minutes(Duration duration) {
    return Math.toIntExact(Math.round(duration.abs().toSeconds() / 60.0));
  }

  /** {@code 3 min}, to the nearest; the sign is dropped. */
  public static String rounded(Duration duration) {
    return minutes(duration) + " min";
  }

  /** {@code 5 min}, or {@code 2:30 min} when it is no whole number; the sign is dropped. */
  public static String exactly(Duration duration) {
    Duration size = duration.abs();
    return (size.toSecondsPart() == 0 ? String.valueOf(size.toMinutes()) : Countdown.of(size))
        + " min";
  }

  /** Minutes to the tenth, {@code 14} or {@code 13.5}; the sign is dropped. */
  public static String tenths(Duration duration) {
    long tenths = Math.round(duration.abs().toMillis() / 6_000.0);
    return tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
  }

  /** {@code +4}, {@code −1.5} or {@code 0}: minutes beyond what was planned. */
  public static String tenthsOver(Duration over) {
    String size = tenths(over);
    return size.equals("0") ? size : (over.isNegative() ? "−" : "+") + size;
  }

  /** {@code 3 min behind}, {@code 3 min ahead} or {@code on time}. */
  public static String behind(Duration behind) {
    return minutes(behind) == 0
        ? "on time"
        : rounded(behind) + (behind.isNegative() ? " ahead" : " behind");
  }

  /** {@code on time}, {@code 0.4 s late}, {@code 1.5 s early}, {@code 3 min late}. */
  public static String punctual(Duration late) {
    Duration size = late.abs();
    if (size.compareTo(NOTHING) < 0) {
      return "on time";
    }
    String length = size.compareTo(A_MINUTE) < 0 ? tenthsOfSeconds(size) : rounded(size);
    return length + (late.isNegative() ? " early" : " late");
  }

  /** {@code 1.4 s} below ten seconds, {@code 14 s} below two minutes, else {@code 2:10}. */
  public static String late(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 10_000) {
      return tenthsOfSeconds(duration);
    }
    return millis < 120_000 ? duration.toSeconds() + " s" : Countdown.of(duration);
  }

  private static String tenthsOfSeconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
  }

  /** {@code so-so}. */
  public static String went(Went went) {
    return went.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code 1 learner}, {@code 2 learners}. */
  public static String count(int number, String one) {
    return count(number, one, one + "s");
  }

  /** {@code 1 person}, {@code 2 people}. */
  public static String count(int number, String one, String more) {
    return number + " " + (number == 1 ? one : more);
  }

  /** {@code a, b and c}. */
  public static String list(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /** In quotation marks. */
  public static String quoted(String text) {
    return "“" + text.strip() + "”";
  }

  /** Behind a colon, without its full stop; nothing when there is nothing. */
  public static String reason(String text) {
    String plain = text.strip();
    String end = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    return end.isEmpty() ? "" : ": " + end;
  }

  /** With a capital letter at its beginning. */
  public static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
