package dev.callboard.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something learners do that somebody must launch.
 *
 * @param kind such as {@code poll}, {@code breakout}, {@code whiteboard}, {@code video}
 * @param asset what must be loaded on the platform, or null
 */
public record Activity(String kind, @Nullable String asset) {

  /** All kinds, as the schema of plans has them. */
  public static final List<String> KINDS =
      List.of(
          "poll",
          "quiz",
          "survey",
          "breakout",
          "whiteboard",
          "annotation",
          "chat",
          "discussion",
          "video",
          "demo",
          "game",
          "break",
          "other");
}
