package dev.callboard.plan;

import org.jspecify.annotations.Nullable;

/**
 * Something learners do that somebody must launch.
 *
 * @param kind such as {@code poll}, {@code breakout}, {@code whiteboard}, {@code video}
 * @param asset what must be loaded on the platform, or null
 */
public record Activity(String kind, @Nullable String asset) {}
