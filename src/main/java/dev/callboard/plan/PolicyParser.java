package dev.callboard.plan;

import dev.callboard.plan.Policy.Basis;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Reads rules of attendance; what is not said is as usual. */
final class PolicyParser {

  private PolicyParser() {}

  static Policy of(Spot spot) {
    return of(spot, Policy.USUAL);
  }

  /**
   * @param usual what holds where nothing is said
   */
  static Policy of(Spot spot, Policy usual) {
    Duration minimum = minutes(spot, "min-minutes").orElse(null);
    Integer percent = spot.whole("min-percent").orElse(null);
    boolean silent = minimum == null && percent == null;
    return new Policy(
        minutes(spot, "late-after").orElse(usual.lateAfter()),
        minutes(spot, "early-before").orElse(usual.earlyBefore()),
        silent ? usual.minimum() : minimum,
        silent ? usual.percent() : percent,
        minutes(spot, "absent-after").orElse(usual.absentAfter()),
        spot.whole("gaps-from").map(Duration::ofSeconds).orElse(usual.gapsFrom()),
        minutes(spot, "grace").orElse(usual.grace()),
        basis(spot, usual),
        spot.get("breaks").present()
            ? !spot.text("breaks").orElse("").equals("left-out")
            : usual.breaks());
  }

  private static Basis basis(Spot spot, Policy usual) {
    return spot.text("basis")
        .map(word -> Basis.valueOf(word.toUpperCase(Locale.ROOT)))
        .orElse(usual.basis());
  }

  private static Optional<Duration> minutes(Spot spot, String name) {
    return spot.whole(name).map(Duration::ofMinutes);
  }
}
