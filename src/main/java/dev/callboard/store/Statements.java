package dev.callboard.store;

import dev.callboard.store.StoreException.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that writes, and its statements, each prepared once. In a transaction from the first
 * statement to the commit. Not thread-safe.
 */
final class Statements implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Statements.class);

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private Statements(Connection connection) {
    this.connection = connection;
  }

  /**
   * Takes a connection.
   *
   * @throws StoreException of kind {@code UNREACHABLE} when there is none
   */
  static Statements on(DataSource source) {
    try {
      Connection connection = source.getConnection();
      connection.setAutoCommit(false);
      return new Statements(connection);
    } catch (SQLException failure) {
      throw new StoreException(Kind.UNREACHABLE, "connect", failure);
    }
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

  /**
   * Ends the transaction; all of it is on disk then.
   *
   * @throws StoreException of kind {@code UNCERTAIN} when nobody can tell whether it is
   */
  void commit() throws SQLException {
    try {
      connection.commit();
    } catch (SQLException failure) {
      if (StoreException.kindOf(failure) == Kind.UNREACHABLE) {
        throw new StoreException(Kind.UNCERTAIN, "commit", failure);
      }
      throw failure; // rolled back
    }
  }

  /** Undoes what was not committed and ends the connection. */
  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException broken) {
      LOG.debug("a connection was given up", broken);
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> statement.setNull(i + 1, Types.VARCHAR);
        case Long number -> statement.setLong(i + 1, number);
        case Integer number -> statement.setInt(i + 1, number);
        case OffsetDateTime time -> statement.setObject(i + 1, time);
        case String text -> statement.setString(i + 1, text);
        default -> throw new IllegalArgumentException("value: " + values[i]);
      }
    }
  }
}
