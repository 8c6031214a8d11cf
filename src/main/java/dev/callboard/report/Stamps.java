package dev.callboard.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Instants as files have them: ISO 8601 to the second, fractions dropped; empty for none. */
public final class Stamps {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  private Stamps() {}

  /** {@code 2026-11-24T14:06:00Z}. */
  public static String utc(@Nullable Instant at) {
    return at == null ? "" : UTC.format(at.atOffset(ZoneOffset.UTC));
  }

  /** {@code 2026-11-24T15:06:00+01:00}, the time of day in the class zone. */
  public static String local(@Nullable Instant at, ZoneId zone) {
    return at == null ? "" : WITH_OFFSET.format(at.atZone(zone));
  }
}
