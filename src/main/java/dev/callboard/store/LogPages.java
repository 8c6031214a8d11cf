package dev.callboard.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.session.SessionId;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Classes and their logs, a page at a time, as they are kept. Thread-safe. */
public final class LogPages {

  private static final JsonMapper JSON = new JsonMapper();

  private final Reads reads;

  /** Whose a class is never changes, and is in its first event, which is long. */
  private final Cache<SessionId, Opening> openings =
      Caffeine.newBuilder().maximumSize(100_000).executor(Runnable::run).build();

  LogPages(Reads reads) {
    this.reads = reads;
  }

  /** A class in a list. */
  public record Listed(Instant opened, String id, boolean open) {}

  /**
   * Whose a class is.
   *
   * @param client its short name; empty for nobody's in particular
   */
  public record Opening(String client, String plan) {}

  /**
   * An event.
   *
   * @param json as it is kept
   */
  public record Line(long seq, Instant at, String by, String json) {}

  /**
   * Classes, the newest first.
   *
   * @param after the last of the page before; null for the first page
   * @param open only those that have not ended
   */
  public List<Listed> classes(@Nullable Listed after, boolean open, int most) {
    long at = after == null ? Long.MAX_VALUE : Micros.of(after.opened());
    String id = after == null ? "" : after.id();
    return reads.of(
        "classes",
        handle ->
            handle
                .createQuery(
                    "select opened_at, id, is_open from session where (opened_at < ? or (opened_at"
                        + " = ? and id < ?)) and is_open >= ? order by opened_at desc, id desc"
                        + " limit ?")
                .bind(0, at)
                .bind(1, at)
                .bind(2, id)
                .bind(3, open ? 1 : 0)
                .bind(4, most)
                .map((row, _) ->
                    new Listed(
                        Micros.instant(row.getLong(1)), row.getString(2), row.getInt(3) == 1))
                .list());
  }

  /** Whose a class is; empty when there is none. */
  public Optional<Opening> opening(SessionId id) {
    Opening known = openings.getIfPresent(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Opening> read = events(id, 0, 1).stream().map(LogPages::opening).findFirst();
    read.ifPresent(opening -> openings.put(id, opening));
    return read;
  }

  private static Opening opening(Line first) {
    try {
      JsonNode plan = JSON.readTree(first.json()).path("plan");
      return new Opening(plan.path("client").asText(""), plan.path("key").asText());
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException("an event from the store", broken);
    }
  }

  /** The events of a class after one of them, in order. */
  public List<Line> events(SessionId id, long after, int most) {
    return reads.of(
        "events",
        handle ->
            handle
                .createQuery(
                    "select seq, at, who, body from event where session = ? and seq > ? order by"
                        + " seq limit ?")
                .bind(0, id.value())
                .bind(1, after)
                .bind(2, most)
                .map((row, _) ->
                    new Line(
                        row.getLong(1),
                        Micros.instant(row.getLong(2)),
                        row.getString(3),
                        row.getString(4)))
                .list());
  }
}
