package dev.callboard.store;

import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The times of SQLite's alarms, as milliseconds. db-scheduler's own way goes through one {@link
 * java.util.Calendar} for all threads, which SQLite's driver sets while it reads: under load the
 * alarm of one class got the time of another.
 */
final class MillisOfAlarms extends SqliteJdbcCustomization {

  /** Rounded up, for an alarm must not ring before its time. */
  static Instant ceiling(Instant instant) {
    return instant.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void setInstant(PreparedStatement statement, int index, @Nullable Instant value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.INTEGER);
    } else {
      statement.setLong(index, ceiling(value).toEpochMilli());
    }
  }

  @Override
  public @Nullable Instant getInstant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
