package dev.callboard.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The writer's prepared statements, each prepared once a connection. Not thread-safe. */
final class Statements {

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Statements(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  PreparedStatement of(String sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      prepared.put(sql, known);
    }
    return known;
  }

  /** Runs one statement; tells how many rows it changed. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = of(sql);
    bind(statement, values);
    return statement.executeUpdate();
  }

  /** Adds one row to the batch of a statement. */
  void batch(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = of(sql);
    bind(statement, values);
    statement.addBatch();
  }

  /** Runs the batch of a statement; rows changed by each. */
  int[] run(String sql) throws SQLException {
    return of(sql).executeBatch();
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> statement.setNull(i + 1, Types.VARCHAR);
        case Long number -> statement.setLong(i + 1, number);
        case Integer number -> statement.setInt(i + 1, number);
        case String text -> statement.setString(i + 1, text);
        default -> throw new IllegalArgumentException("value: " + values[i]);
      }
    }
  }
}
