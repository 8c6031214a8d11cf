package dev.callboard.web;

import dev.callboard.platform.Bell;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Who listens, by reader. The newest page always gets its place, for it is the one in front of
 * somebody. When a reader has too many, those that a browser left unnoticed, as by loading a page
 * again, are found by writing to them; if too many live, the oldest make room. Thread-safe.
 */
final class Places {

  /**
   * The first write to a connection that the other side closed still succeeds and is only then
   * refused, so it takes one more, after the way there and back.
   */
  private static final int ROUNDS = 3;

  private static final Duration ROUND = Duration.ofMillis(500);

  private final Limits limits;
  private final Map<String, List<Listener>> byReader = new ConcurrentHashMap<>();
  private final Set<String> crowded = ConcurrentHashMap.newKeySet();

  Places(Limits limits) {
    this.limits = limits;
  }

  /**
   * Takes a place, to be given back.
   *
   * @return false when more of its reader come than can be told to go
   */
  boolean take(Listener listener) {
    String reader = listener.reader();
    if (reader.isEmpty()) {
      return true;
    }
    List<Listener> open =
        byReader.merge(
            reader,
            List.of(listener),
            (old, more) ->
                old.size() < limits.crowd()
                    ? Stream.concat(old.stream(), more.stream()).toList()
                    : old);
    if (!open.contains(listener)) {
      return false;
    }
    if (isCrowded(reader) && crowded.add(reader)) {
      Thread.ofVirtual().name("web-places").start(() -> makeRoom(reader));
    }
    return true;
  }

  void giveBack(Listener listener) {
    byReader.computeIfPresent(
        listener.reader(),
        (_, old) -> {
          List<Listener> left = old.stream().filter(one -> one != listener).toList();
          return left.isEmpty() ? null : left;
        });
  }

  /** Those of a reader that were not told to go, oldest first. */
  private List<Listener> staying(String reader) {
    return byReader.getOrDefault(reader, List.of()).stream()
        .filter(listener -> !listener.isSentAway())
        .toList();
  }

  private boolean isCrowded(String reader) {
    return staying(reader).size() > limits.streams();
  }

  private void makeRoom(String reader) {
    try {
      Bell never = new Bell();
      for (int round = 0; round < ROUNDS && isCrowded(reader); round++) {
        staying(reader).forEach(Listener::probe);
        never.await(0, ROUND);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return;
    } finally {
      crowded.remove(reader);
    }
    sendAway(reader);
  }

  private void sendAway(String reader) {
    List<Listener> staying = staying(reader);
    int excess = Math.max(0, staying.size() - limits.streams());
    staying.subList(0, excess).forEach(Listener::sendAway);
  }
}
