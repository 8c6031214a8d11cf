package dev.callboard.command.clock;

import dev.callboard.plan.Activity;
import dev.callboard.plan.Segment;
import java.util.Optional;

/** What a producer must do for a segment: the plan's cue, else what its activity asks for. */
public final class Cue {

  private Cue() {}

  public static Optional<String> of(Segment segment) {
    return Optional.ofNullable(segment.cue())
        .or(() -> Optional.ofNullable(segment.activity()).flatMap(Cue::of));
  }

  private static Optional<String> of(Activity activity) {
    Optional<String> verb = launching(activity.kind());
    return activity.asset() == null
        ? verb
        : Optional.of(verb.orElse("have ready:") + " “" + activity.asset() + "”");
  }

  /** Empty when there is nothing to press. */
  private static Optional<String> launching(String kind) {
    return switch (kind) {
      case "poll", "quiz", "survey", "game" -> Optional.of("launch the " + kind);
      case "breakout" -> Optional.of("open the breakout rooms");
      case "whiteboard" -> Optional.of("open the whiteboard");
      case "annotation" -> Optional.of("turn annotation on");
      case "video" -> Optional.of("play the video");
      case "demo" -> Optional.of("set up the demo");
      default -> Optional.empty();
    };
  }
}
