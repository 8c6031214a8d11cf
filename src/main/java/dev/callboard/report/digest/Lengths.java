package dev.callboard.report.digest;

import java.time.Duration;

/** Lengths in words. */
final class Lengths {

  private Lengths() {}

  /** Minutes to the tenth, {@code 14} or {@code 13.5}; the sign is dropped. */
  static String minutes(Duration length) {
    long tenths = Math.round(length.abs().toMillis() / 6_000.0);
    return tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
  }

  /** {@code +4}, {@code −1.5} or {@code 0}: minutes beyond what was planned. */
  static String over(Duration over) {
    String size = minutes(over);
    return size.equals("0") ? size : (over.isNegative() ? "−" : "+") + size;
  }

  /** Whole minutes, to the nearest; half a minute counts as one. */
  static int whole(Duration length) {
    return Math.toIntExact(Math.floorDiv(length.toMillis() + 30_000, 60_000L));
  }
}
