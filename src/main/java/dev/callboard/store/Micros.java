package dev.callboard.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the tables hold them: microseconds since 1970. */
final class Micros {

  private Micros() {}

  static long of(Instant instant) {
    long seconds = Math.multiplyExact(instant.getEpochSecond(), 1_000_000L);
    return Math.addExact(seconds, instant.getNano() / 1_000);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
