package dev.callboard.plan;

import org.jspecify.annotations.Nullable;

/**
 * The two rooms of a class on one platform, by the platform's own conversation ids.
 *
 * @param classRoom where learners read; null when the class has none on this platform
 * @param backstage where only the team reads; null when the class has none on this platform
 */
public record Rooms(@Nullable String classRoom, @Nullable String backstage) {}
