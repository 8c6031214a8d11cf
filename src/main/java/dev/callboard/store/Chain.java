package dev.callboard.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The events of a class as they are kept: all classes write at the end of one table, and each event
 * knows the row of the one before it. An order by class and number would touch a page of its own
 * for nearly every class that writes, and most of what a busy server writes would be those pages.
 * Every {@value #STEP}th event is indexed, so that a part of a long log is found without the rest.
 */
final class Chain {

  /** As the index of both databases has it. */
  private static final int STEP = 64;

  private static final String STEPS =
      "select id from event where session = ? and seq % " + STEP + " = 1 and seq >= ?";

  private static final String PART =
      "with recursive chain (id, seq, previous) as (select id, seq, previous from event where id ="
          + " coalesce(("
          + STEPS
          + " order by seq limit 1), (select tip from session where id = ?)) union all select e.id,"
          + " e.seq, e.previous from chain c join event e on e.id = c.previous where c.seq > ?)"
          + " select e.id, e.seq, e.at, e.who, e.via, e.body from chain c join event e on e.id ="
          + " c.id where c.seq > ? and c.seq <= ? order by c.seq";

  private Chain() {}

  /** A row, whatever its columns say. */
  interface Reading<T> {
    T of(Line line) throws SQLException;
  }

  /**
   * An event as it is kept.
   *
   * @param id of its row
   * @param at in microseconds
   * @param via the program that spoke for whom it is by; null when it was they themselves
   */
  record Line(long id, long seq, long at, String who, @Nullable String via, String body) {}

  /** The events of a class after one number, in order. */
  static <T> List<T> after(Reads reads, String session, long from, Reading<T> reading) {
    return part(reads, session, from, Long.MAX_VALUE, reading);
  }

  /** At most so many events of a class after one number, in order. */
  static <T> List<T> after(Reads reads, String session, long from, int most, Reading<T> reading) {
    return part(reads, session, from, from + most, reading);
  }

  private static <T> List<T> part(
      Reads reads, String session, long from, long to, Reading<T> reading) {
    return reads.of(
        "log",
        handle -> {
          Query query = handle.createQuery(PART);
          query.bind(0, session).bind(1, to).bind(2, session);
          query.bind(3, from + 1).bind(4, from).bind(5, to);
          return query.map((row, _) -> reading.of(line(row))).list();
        });
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getString(6));
  }
}
