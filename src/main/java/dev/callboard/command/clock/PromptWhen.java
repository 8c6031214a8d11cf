package dev.callboard.command.clock;

import dev.callboard.command.CommandException;
import dev.callboard.command.Times;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When a prompt is wanted, as somebody typed it before the text.
 *
 * @param given whether they did say
 * @param at now, when they did not
 * @param text what is left of the line
 */
record PromptWhen(boolean given, Instant at, String text) {

  private static final Pattern IN =
      Pattern.compile("in\\s+(\\S+)\\s*(?:min(?:utes?)?\\b)?\\s*(.*)", flags());
  private static final Pattern AT = Pattern.compile("at\\s+(\\S+)\\s*(.*)", flags());
  private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.](\\d{2})");
  private static final int LONGEST = 600;
  private static final Duration NIGHT = Duration.ofHours(12);

  /** Words that begin a time which {@link #of} does not read. */
  private static final Pattern ANY_TIME =
      Pattern.compile(
          "(in|at)\\s+(\\d.*|(an?\\s+(minute|hour|quarter|half)|half|quarter|noon|midnight|one|two"
              + "|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
              + "|forty|fifty|sixty)\\b.*)",
          flags());

  /** One to four words, and the text in quotes. */
  private static final Pattern BEFORE_QUOTES =
      Pattern.compile("(in|at)(\\s+[^\\s\"“]+){1,4}\\s*[\"“].*[\"”]", flags());

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }

  static PromptWhen of(String typed, Instant now, ZoneId zone) {
    Matcher in = IN.matcher(typed);
    if (in.matches() && in.group(1).matches("-?\\d+(m|mins?|minutes?)?")) {
      return new PromptWhen(true, now.plus(minutes(in.group(1))), in.group(2).strip());
    }
    Matcher at = AT.matcher(typed);
    if (at.matches() && at.group(1).matches("[\\d:.]+")) {
      return new PromptWhen(true, instant(at.group(1), now, zone), at.group(2).strip());
    }
    return new PromptWhen(false, now, typed.strip());
  }

  /** Whether a line that gives no time I read seems to give one all the same. */
  static boolean looksLikeOne(String typed) {
    String line = typed.strip();
    return ANY_TIME.matcher(line).matches() || BEFORE_QUOTES.matcher(line).matches();
  }

  private static Duration minutes(String typed) {
    String digits = typed.replaceAll("\\D", "");
    int minutes = digits.length() > 4 ? LONGEST + 1 : Integer.parseInt(digits);
    if (typed.startsWith("-") || minutes < 1 || minutes > LONGEST) {
      throw CommandException.usage("In how many minutes? 1 to " + LONGEST + " will do.");
    }
    return Duration.ofMinutes(minutes);
  }

  /**
   * The next such time of day; after midnight counts when the class runs through the night. On the
   * day the clocks go back an hour is shown twice, and the one that still comes is meant; on the
   * day they go forward an hour is shown never.
   */
  private static Instant instant(String typed, Instant now, ZoneId zone) {
    LocalTime time = time(typed);
    LocalDateTime today = now.atZone(zone).toLocalDate().atTime(time);
    LocalDateTime tomorrow = today.plusDays(1);
    return shown(today, now, zone)
        .or(() -> shown(tomorrow, now, zone).filter(next -> next.isBefore(now.plus(NIGHT))))
        .orElseThrow(() ->
            Stream.of(today, tomorrow)
                .flatMap(day -> Optional.ofNullable(zone.getRules().getTransition(day)).stream())
                .filter(change -> change.isGap() && change.getInstant().isBefore(now.plus(NIGHT)))
                .map(change -> neverShown(typed, change))
                .findFirst()
                .orElseGet(() -> passed(typed, now, zone)));
  }

  private static Optional<Instant> shown(LocalDateTime time, Instant now, ZoneId zone) {
    return zone.getRules().getValidOffsets(time).stream()
        .map(time::toInstant)
        .filter(at -> !at.isBefore(now))
        .min(Comparator.naturalOrder());
  }

  private static CommandException neverShown(String typed, ZoneOffsetTransition change) {
    return CommandException.usage(
        "There is no %s that day: the clocks go from %s to %s."
            .formatted(
                typed,
                change.getDateTimeBefore().toLocalTime(),
                change.getDateTimeAfter().toLocalTime()));
  }

  private static CommandException passed(String typed, Instant now, ZoneId zone) {
    return CommandException.usage(
        "%s has passed; it is %s in the class.".formatted(typed, Times.clock(now, zone)));
  }

  private static LocalTime time(String typed) {
    Matcher time = TIME.matcher(typed);
    if (time.matches()) {
      try {
        return LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)));
      } catch (DateTimeException noSuchTime) {
        throw noTime(typed);
      }
    }
    throw noTime(typed);
  }

  private static CommandException noTime(String typed) {
    return CommandException.usage("“" + typed + "” is not a time of day, such as 14:45.");
  }
}
