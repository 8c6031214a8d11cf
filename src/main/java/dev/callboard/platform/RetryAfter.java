package dev.callboard.platform;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Retry-After} header in both its forms (RFC 9110, section 10.2.3), seconds or a date,
 * and as the ISO instant that Zoom names when a daily limit is used up. Pure.
 */
public final class RetryAfter {

  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /**
   * How long the sender of the header asks to wait.
   *
   * @return empty when there is no header or when it says nothing of use; zero for a date that is
   *     past
   */
  public static Optional<Duration> parse(@Nullable String header, Instant now) {
    if (header == null || header.isBlank()) {
      return Optional.empty();
    }
    String value = header.strip();
    if (value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return value.length() > MOST_DIGITS
          ? Optional.empty()
          : Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    return date(value)
        .map(date -> date.isBefore(now) ? Duration.ZERO : Duration.between(now, date));
  }

  private static Optional<Instant> date(String value) {
    try {
      boolean iso = value.charAt(0) >= '0' && value.charAt(0) <= '9';
      return Optional.of(
          iso
              ? Instant.parse(value)
              : ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
