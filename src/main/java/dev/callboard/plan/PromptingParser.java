package dev.callboard.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads when the team is prompted; what a plan does not say is as usual. */
final class PromptingParser {

  private PromptingParser() {}

  static Prompting of(Spot root) {
    Spot spot = root.get("prompts");
    Prompting usual = Prompting.USUAL;
    return new Prompting(
        list(spot, "left").orElse(usual.left()),
        minutes(spot, "over-every").orElse(usual.overEvery()),
        spot.whole("over-times").orElse(usual.overTimes()),
        list(spot, "class").orElse(usual.classLeft()),
        minutes(spot, "cue").orElse(usual.cue()));
  }

  /** The minutes a segment names for itself; null when it leaves them to the plan. */
  static @Nullable List<Duration> ofSegment(Spot segment) {
    return list(segment, "prompts").orElse(null);
  }

  private static Optional<List<Duration>> list(Spot spot, String name) {
    return spot.get(name).present()
        ? Optional.of(
            Prompting.minutes(
                spot.each(name).stream().flatMap(each -> each.whole().stream()).toList()))
        : Optional.empty();
  }

  private static Optional<Duration> minutes(Spot spot, String name) {
    return spot.whole(name).map(Duration::ofMinutes);
  }
}
