package dev.callboard.store;

import dev.callboard.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Classes and their logs, a page at a time, as they are kept. Thread-safe. */
public final class LogPages {

  private final Reads reads;

  LogPages(Reads reads) {
    this.reads = reads;
  }

  /** A class in a list. */
  public record Listed(Instant opened, String id, String plan, boolean open) {}

  /**
   * Which classes are asked for.
   *
   * @param client whose they are
   * @param plan of which they are; null for any
   * @param open whether they are open; null for any
   */
  public record Wanted(String client, @Nullable String plan, @Nullable Boolean open) {}

  /**
   * What was done under a key.
   *
   * @param asks a digest of what was asked for; null where none was kept
   * @param session the class it was done in; null where none was kept
   */
  public record Done(@Nullable String asks, @Nullable SessionId session) {}

  /**
   * An event.
   *
   * @param via the client's program that spoke for whom it is by; null when it was they themselves
   * @param json as it is kept
   */
  public record Line(long seq, Instant at, String by, @Nullable String via, String json) {}

  /**
   * Classes of a client, the newest first.
   *
   * @param after the last of the page before; null for the first page
   */
  public List<Listed> classes(Wanted wanted, @Nullable Listed after, int most) {
    long at = after == null ? Long.MAX_VALUE : Micros.of(after.opened());
    String id = after == null ? "" : after.id();
    String plan = wanted.plan() == null ? "" : wanted.plan();
    return reads.of(
        "classes",
        handle ->
            handle
                .createQuery(
                    "select opened_at, id, plan, is_open from session where client = ? and"
                        + " (opened_at < ? or (opened_at = ? and id < ?)) and is_open between ? and"
                        + " ? and (plan = ? or ? = '') order by opened_at desc, id desc limit ?")
                .bind(0, wanted.client())
                .bind(1, at)
                .bind(2, at)
                .bind(3, id)
                .bind(4, Boolean.TRUE.equals(wanted.open()) ? 1 : 0)
                .bind(5, Boolean.FALSE.equals(wanted.open()) ? 0 : 1)
                .bind(6, plan)
                .bind(7, plan)
                .bind(8, most)
                .map((row, _) ->
                    new Listed(
                        Micros.instant(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4) == 1))
                .list());
  }

  /** What was done under the key of a delivery; empty when nothing was. */
  public Optional<Done> done(String deliveryKey) {
    return reads.of(
        "done",
        handle ->
            handle
                .createQuery("select asks, session from delivery where key = ?")
                .bind(0, deliveryKey)
                .map((row, _) -> {
                  String session = row.getString(2);
                  return new Done(
                      row.getString(1), session == null ? null : new SessionId(session));
                })
                .findOne());
  }

  /** The events of a class after one of them, in order. */
  public List<Line> events(SessionId id, long after, int most) {
    return Chain.after(
        reads,
        id.value(),
        after,
        most,
        line ->
            new Line(line.seq(), Micros.instant(line.at()), line.who(), line.via(), line.body()));
  }
}
