package dev.callboard.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A row of the outbox, as it is in the table; its columns begin with these. */
record WaitingRow(
    long id, @Nullable String session, String body, int attempts, long due, long committed) {

  static final String COLUMNS = "id, session, body, attempts, due, committed";

  static WaitingRow of(ResultSet row) throws SQLException {
    return new WaitingRow(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        row.getLong(5),
        row.getLong(6));
  }
}
