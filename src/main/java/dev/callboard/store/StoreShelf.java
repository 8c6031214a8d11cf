package dev.callboard.store;

import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.outbox.DeadLetter;
import dev.callboard.outbox.Death;
import dev.callboard.outbox.Entry;
import dev.callboard.outbox.Shelf;
import dev.callboard.platform.Receipt;
import dev.callboard.session.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The outbox in tables. */
final class StoreShelf implements Shelf {

  static final String WAITING = "select distinct lane from outbox where state = 0 and due <= ?";

  /** Of a work that holds many rows and so must wait for none: it comes last in its group. */
  private static final String LAST = "~";

  /** What another server just now tries to claim is left for the next time. */
  private static final String RENEW =
      "update lane set until = ? where name in"
          + " (select name from lane where server = ? for update skip locked)";

  private static final String CLAIM =
      "insert into lane (name, server, until) values (?, ?, ?) on conflict (name)"
          + " do update set server = excluded.server, until = excluded.until"
          + " where lane.server = excluded.server or lane.until < ?";

  private final Reads reads;
  private final WaitingRows rows;
  private final Writer writer;
  private final Codec codec;
  private final boolean shared;

  /**
   * Builds it.
   *
   * @param shared whether several servers use the database, so that lanes must be claimed
   */
  StoreShelf(Reads reads, WaitingRows rows, Writer writer, Codec codec, boolean shared) {
    this.reads = reads;
    this.rows = rows;
    this.writer = writer;
    this.codec = codec;
    this.shared = shared;
  }

  @Override
  public boolean shared() {
    return shared;
  }

  @Override
  public Set<String> waiting(Instant by) {
    return new HashSet<>(
        reads.of(
            "waiting",
            handle ->
                handle.createQuery(WAITING).bind(0, Micros.of(by)).mapTo(String.class).list()));
  }

  @Override
  public List<Entry> claim(String lane, String server, Instant now, Instant until, int limit) {
    List<Entry> entries = since(lane, 0, limit);
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
    return mine.get() ? since(lane, 0, limit) : List.of();
  }

  @Override
  public List<Entry> since(String lane, long id, int limit) {
    return rows.since(lane, id, limit).stream().map(this::entry).toList();
  }

  private Entry entry(WaitingRow row) {
    String session = row.session();
    return new Entry(
        row.id(),
        session == null ? null : new SessionId(session),
        codec.change(row.body()),
        row.attempts(),
        Micros.instant(row.due()),
        Micros.instant(row.committed()));
  }

  @Override
  public void renew(String server, Instant until) {
    if (shared) {
      writer.write("renew", LAST, statements -> statements.update(RENEW, Micros.of(until), server));
    }
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

  /** A server whose claim ran out may still settle entries that another one now settles, too. */
  private static String entryRow(long id) {
    return "outbox %019d".formatted(id);
  }

  @Override
  public void sent(long id, @Nullable Receipt receipt, Instant at) {
    writer.write(
        "sent",
        entryRow(id),
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
        entryRow(id),
        statements ->
            statements.update(
                "update outbox set attempts = attempts + 1, due = ?, reason = ? where id = ?",
                Micros.of(due),
                reason,
                id));
  }

  @Override
  public void dead(long id, Death death) {
    writer.write(
        "dead",
        entryRow(id),
        statements ->
            statements.update(
                "update outbox set state = 2, settled = ?, reason = ?, sentence = ? where id = ?",
                Micros.of(death.at()),
                death.reason(),
                death.sentence(),
                id));
  }

  @Override
  public void dropped(List<Long> ids, String reason, Instant at) {
    List<Long> ordered = ids.stream().sorted().toList();
    writer.write(
        "dropped",
        ordered.isEmpty() ? "" : entryRow(ordered.getFirst()),
        statements -> {
          for (long id : ordered) {
            statements.update(
                "update outbox set state = 3, settled = ?, reason = ? where id = ?",
                Micros.of(at),
                reason,
                id);
          }
        });
  }

  @Override
  public List<DeadLetter> dead(SessionId session, int limit) {
    return reads.of(
        "dead letters",
        handle ->
            handle
                .createQuery(
                    "select "
                        + WaitingRow.COLUMNS
                        + ", reason, sentence, settled from outbox"
                        + " where session = ? and state = 2 and lane not like 'webhook/%'"
                        + " order by settled desc, id desc limit ?")
                .bind(0, session.value())
                .bind(1, limit)
                .map((row, _) -> new DeadLetter(entry(WaitingRow.of(row)), death(row)))
                .list());
  }

  /** What was given up before sentences were kept has none. */
  private static Death death(ResultSet row) throws SQLException {
    return new Death(
        Objects.requireNonNullElse(row.getString(7), ""),
        Objects.requireNonNullElse(row.getString(8), "It could not be delivered."),
        Micros.instant(row.getLong(9)));
  }

  @Override
  public Optional<Receipt> receipt(@Nullable SessionId session, String lane, String key) {
    if (session == null) {
      return Optional.empty();
    }
    return reads.of(
        "receipt",
        handle ->
            handle
                .createQuery(
                    "select receipt from outbox where session = ? and post = ? and lane = ?"
                        + " and receipt is not null order by id limit 1")
                .bind(0, session.value())
                .bind(1, key)
                .bind(2, lane)
                .mapTo(String.class)
                .findOne()
                .map(Receipt::new));
  }

  @Override
  public List<Receipt> receipts(SessionId session, String platform) {
    return reads.of(
        "receipts",
        handle ->
            handle
                .createQuery(
                    "select receipt from outbox where session = ? and receipt is not null"
                        + " and lane like ? order by id")
                .bind(0, session.value())
                .bind(1, platform + "/%")
                .mapTo(String.class)
                .map(Receipt::new)
                .list());
  }

  @Override
  public PlaceKind kindOf(@Nullable SessionId session, Place place) {
    return reads.of(
        "kindOf",
        handle ->
            handle
                .createQuery(
                    "select kind from room where platform = ? and tenant = ? and place = ?"
                        + " and (kind <> 'CLASS_ROOM' or session = ? or ? = '')")
                .bind(0, place.platform())
                .bind(1, place.tenant())
                .bind(2, place.id())
                .bind(3, session == null ? "" : session.value())
                .bind(4, session == null ? "" : session.value())
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
