package dev.callboard.console;

import dev.callboard.platform.Bell;
import dev.callboard.session.SessionId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bell for each class that somebody looks at, so that a change wakes only those whom it concerns.
 * Thread-safe; keeps nothing of classes nobody looks at.
 */
public final class Bells {

  private final Map<SessionId, Watched> bells = new ConcurrentHashMap<>();

  /** A bell and how many listen. */
  private record Watched(Bell bell, int listeners) {}

  /** Something happened to a class. */
  public void ring(SessionId id) {
    Watched watched = bells.get(id);
    if (watched != null) {
      watched.bell().ring();
    }
  }

  /** Begins to listen; to be ended with {@link #leave}. */
  Bell listen(SessionId id) {
    return bells
        .merge(
            id,
            new Watched(new Bell(), 1),
            (old, _) -> new Watched(old.bell(), old.listeners() + 1))
        .bell();
  }

  void leave(SessionId id) {
    bells.computeIfPresent(
        id, (_, old) -> old.listeners() == 1 ? null : new Watched(old.bell(), old.listeners() - 1));
  }
}
