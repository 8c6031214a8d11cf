package dev.callboard.plan;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a class is on one platform, by the platform's own ids.
 *
 * @param classRoom where learners read; null when the class has none on this platform
 * @param backstage where only the team reads; null when the class has none on this platform
 * @param meeting where people see and hear each other, when that is no conversation; null when the
 *     class room has its own meeting, or none
 * @param join the address by which people come to the meeting; null when the plan gives none
 */
public record Rooms(
    @Nullable String classRoom,
    @Nullable String backstage,
    @Nullable String meeting,
    @Nullable URI join) {

  public Rooms(@Nullable String classRoom, @Nullable String backstage) {
    this(classRoom, backstage, null, null);
  }
}
