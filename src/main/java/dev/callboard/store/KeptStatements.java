package dev.callboard.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.jdbi.v3.core.statement.StatementContext;
import org.sqlite.SQLiteConnection;

/**
 * Keeps what SQLite has prepared, on the connection it was prepared on: a short query takes longer
 * to prepare than to answer. The pool would close it with each use, so it is prepared behind the
 * pool's back. PostgreSQL's driver keeps its own.
 */
final class KeptStatements implements StatementBuilderFactory {

  /** So many on a connection: more than there are, but for queries that name a list of things. */
  static final int MOST = 64;

  private final Map<Connection, Map<String, PreparedStatement>> kept = new ConcurrentHashMap<>();

  @Override
  public StatementBuilder createStatementBuilder(Connection pooled) {
    return new Keeper();
  }

  /** How many connections have any. */
  int connections() {
    return kept.size();
  }

  /** How many are kept on all of them. */
  int statements() {
    return kept.values().stream().mapToInt(Map::size).sum();
  }

  /** Those of a connection, which one thread has at a time. */
  private Map<String, PreparedStatement> of(Connection connection) {
    Map<String, PreparedStatement> known = kept.get(connection);
    if (known == null) {
      kept.keySet().removeIf(KeptStatements::isClosed);
      known = new LinkedHashMap<>();
      kept.put(connection, known);
    }
    return known;
  }

  /** Its statements are closed with it. */
  static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException unknown) {
      return false;
    }
  }

  /** What one user of a connection has in hand; a statement in hand is no other's. */
  private final class Keeper extends DefaultStatementBuilder {

    private final Map<Statement, String> inHand = new HashMap<>();

    @Override
    public PreparedStatement create(Connection pooled, String sql, StatementContext context)
        throws SQLException {
      Connection connection = pooled.unwrap(SQLiteConnection.class);
      PreparedStatement known = of(connection).remove(sql);
      PreparedStatement statement = known == null ? connection.prepareStatement(sql) : known;
      inHand.put(statement, sql);
      return statement;
    }

    @Override
    public void close(Connection pooled, String sql, Statement statement) throws SQLException {
      String prepared = inHand.remove(statement);
      if (prepared != null && statement instanceof PreparedStatement done && !done.isClosed()) {
        done.clearParameters();
        Map<String, PreparedStatement> all = of(pooled.unwrap(SQLiteConnection.class));
        if (!all.containsKey(prepared)) {
          all.put(prepared, done);
          if (all.size() > MOST) {
            Iterator<PreparedStatement> usedLongestAgo = all.values().iterator();
            usedLongestAgo.next().close();
            usedLongestAgo.remove();
          }
          return;
        }
      }
      statement.close();
    }
  }
}
