package dev.callboard.store;

import dev.callboard.platform.lobby.LobbyBook;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What was said in the lobby, in a table. */
final class StoreLobbyBook implements LobbyBook {

  private static final String COLUMNS =
      "select number, source, place, change, post, author, author_name, at, content"
          + " from lobby_post ";
  private static final String INSERT =
      "insert into lobby_post (source, place, change, post, author, author_name, at, content)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (source) do nothing";

  /** Held until the commit, so that no server makes a lower number visible after a higher one. */
  private static final String LOCK = "lock table lobby_post in share row exclusive mode";

  private final Reads reads;
  private final Writer writer;
  private final boolean shared;

  StoreLobbyBook(Reads reads, Writer writer, boolean shared) {
    this.reads = reads;
    this.writer = writer;
    this.shared = shared;
  }

  @Override
  public long write(Draft draft) {
    AtomicLong number = new AtomicLong();
    writer.write(
        "lobby",
        "lobby_post",
        statements -> {
          if (shared) {
            statements.update(LOCK);
          }
          statements.update(
              INSERT,
              draft.source(),
              draft.place(),
              draft.change().name(),
              draft.post(),
              draft.author(),
              draft.authorName(),
              Micros.of(draft.at()),
              draft.content());
          number.set(number(statements, draft.source()));
        });
    return number.get();
  }

  private static long number(Statements statements, String source) throws SQLException {
    PreparedStatement select = statements.of("select number from lobby_post where source = ?");
    select.setString(1, source);
    try (ResultSet rows = select.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public List<Entry> after(long number, Set<String> places, int limit) {
    if (places.isEmpty()) {
      return List.of();
    }
    return reads.of(
        "after",
        handle ->
            handle
                .createQuery(
                    COLUMNS
                        + "where number > :number and place in (<places>)"
                        + " order by number limit :limit")
                .bind("number", number)
                .bindList("places", List.copyOf(places))
                .bind("limit", limit)
                .map((row, _) -> entry(row))
                .list());
  }

  @Override
  public List<Entry> last(String place, int limit) {
    return reads
        .of(
            "last",
            handle ->
                handle
                    .createQuery(COLUMNS + "where place = ? order by number desc limit ?")
                    .bind(0, place)
                    .bind(1, limit)
                    .map((row, _) -> entry(row))
                    .list())
        .reversed();
  }

  @Override
  public long newest() {
    return reads.of(
        "newest",
        handle ->
            handle
                .createQuery("select coalesce(max(number), 0) from lobby_post")
                .mapTo(Long.class)
                .one());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong(1),
        new Draft(
            row.getString(2),
            row.getString(3),
            Change.valueOf(row.getString(4)),
            row.getLong(5),
            row.getString(6),
            row.getString(7),
            Micros.instant(row.getLong(8)),
            row.getString(9)));
  }
}
