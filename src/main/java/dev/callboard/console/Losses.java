package dev.callboard.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.session.SessionId;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** How much open classes could not deliver: asked once for all who look, every other second. */
final class Losses {

  private final Classrooms classrooms;
  private final Cache<String, Map<SessionId, Integer>> counts =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(2)).executor(Runnable::run).build();

  Losses(Classrooms classrooms) {
    this.classrooms = classrooms;
  }

  int of(SessionId id) {
    return Objects.requireNonNull(counts.get("", _ -> classrooms.lost())).getOrDefault(id, 0);
  }
}
