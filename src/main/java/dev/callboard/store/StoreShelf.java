package dev.callboard.store;

import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.outbox.Entry;
import dev.callboard.outbox.Shelf;
import dev.callboard.platform.Receipt;
import dev.callboard.session.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The outbox in tables. */
final class StoreShelf implements Shelf {

  /** Entries are settled only by the server that holds their lane. */
  private static final String OUTBOX = "outbox";

  /** The first of a lane has none before it. */
  static final String WAITING =
      "select o.lane from outbox o where o.state = 0 and o.due <= ? and not exists"
          + " (select 1 from outbox e where e.state = 0 and e.lane = o.lane and e.id < o.id)";

  private static final String CLAIM =
      "insert into lane (name, server, until) values (?, ?, ?) on conflict (name)"
          + " do update set server = excluded.server, until = excluded.until"
          + " where lane.server = excluded.server or lane.until < ?";

  private final Reads reads;
  private final Writer writer;
  private final Codec codec;
  private final boolean shared;

  /**
   * Builds it.
   *
   * @param shared whether several servers use the database, so that lanes must be claimed
   */
  StoreShelf(Reads reads, Writer writer, Codec codec, boolean shared) {
    this.reads = reads;
    this.writer = writer;
    this.codec = codec;
    this.shared = shared;
  }

  @Override
  public Set<String> waiting(Instant now) {
    return new HashSet<>(
        reads.of(
            "waiting",
            handle ->
                handle.createQuery(WAITING).bind(0, Micros.of(now)).mapTo(String.class).list()));
  }

  @Override
  public List<Entry> claim(String lane, String server, Instant now, Instant until, int limit) {
    List<Entry> entries = entries(lane, limit);
    if (entries.isEmpty() || !shared) {
      return entries;
    }
    AtomicBoolean mine = new AtomicBoolean();
    writer.write(
        "claim",
        "lane " + lane,
        statements ->
            mine.set(
                statements.update(CLAIM, lane, server, Micros.of(until), Micros.of(now)) == 1));
    return mine.get() ? entries(lane, limit) : List.of();
  }

  private List<Entry> entries(String lane, int limit) {
    return reads.of(
        "entries",
        handle ->
            handle
                .createQuery(
                    "select id, session, body, attempts, due, committed from outbox"
                        + " where lane = ? and state = 0 order by id limit ?")
                .bind(0, lane)
                .bind(1, limit)
                .map((row, _) -> entry(row))
                .list());
  }

  private Entry entry(ResultSet row) throws SQLException {
    String session = row.getString(2);
    return new Entry(
        row.getLong(1),
        session == null ? null : new SessionId(session),
        codec.change(row.getString(3)),
        row.getInt(4),
        Micros.instant(row.getLong(5)),
        Micros.instant(row.getLong(6)));
  }

  @Override
  public void release(String lane, String server) {
    if (shared) {
      writer.write(
          "release",
          "lane " + lane,
          statements ->
              statements.update("delete from lane where name = ? and server = ?", lane, server));
    }
  }

  @Override
  public void sent(long id, @Nullable Receipt receipt, Instant at) {
    writer.write(
        "sent",
        OUTBOX,
        statements ->
            statements.update(
                "update outbox set state = 1, settled = ?, receipt = ? where id = ?",
                Micros.of(at),
                receipt == null ? null : receipt.value(),
                id));
  }

  @Override
  public void later(long id, Instant due, String reason) {
    writer.write(
        "later",
        OUTBOX,
        statements ->
            statements.update(
                "update outbox set attempts = attempts + 1, due = ?, reason = ? where id = ?",
                Micros.of(due),
                reason,
                id));
  }

  @Override
  public void dead(long id, String reason, Instant at) {
    writer.write(
        "dead",
        OUTBOX,
        statements ->
            statements.update(
                "update outbox set state = 2, settled = ?, reason = ? where id = ?",
                Micros.of(at),
                reason,
                id));
  }

  @Override
  public Optional<Receipt> receipt(@Nullable SessionId session, String key) {
    if (session == null) {
      return Optional.empty();
    }
    return reads.of(
        "receipt",
        handle ->
            handle
                .createQuery(
                    "select receipt from outbox where session = ? and post = ?"
                        + " and receipt is not null order by id limit 1")
                .bind(0, session.value())
                .bind(1, key)
                .mapTo(String.class)
                .findOne()
                .map(Receipt::new));
  }

  @Override
  public PlaceKind kindOf(Place place) {
    return reads.of(
        "kindOf",
        handle ->
            handle
                .createQuery(
                    "select kind from room where platform = ? and tenant = ? and place = ?")
                .bind(0, place.platform())
                .bind(1, place.tenant())
                .bind(2, place.id())
                .mapTo(String.class)
                .findOne()
                .map(PlaceKind::valueOf)
                .orElse(PlaceKind.UNKNOWN));
  }

  @Override
  public int depth() {
    return reads.of(
        "depth",
        handle ->
            handle
                .createQuery("select count(*) from outbox where state = 0")
                .mapTo(Integer.class)
                .one());
  }
}
