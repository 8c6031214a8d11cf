package dev.callboard.testing;

import dev.callboard.store.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL from a Maven artifact, started once a JVM. */
public final class Postgres {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Postgres() {}

  /** The JDBC address of a database of its own, which already has Callboard's tables. */
  public static String freshDatabase() throws SQLException {
    return create("test" + DATABASES.incrementAndGet(), Tables.NAME);
  }

  /** The JDBC address of a database of its own, without tables. */
  public static String emptyDatabase() throws SQLException {
    return create("test" + DATABASES.incrementAndGet(), "template1");
  }

  /** One at a time, for nobody else may look at what is copied. */
  private static synchronized String create(String name, String template) throws SQLException {
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + template);
    }
    return Server.RUNNING.getJdbcUrl("postgres", name);
  }

  /** Made on first use: to copy tables is cheaper than to make them. */
  private static final class Tables {
    static final String NAME = make();

    private static String make() {
      try {
        Store.open(create("tables", "template1")).close();
        return "tables";
      } catch (SQLException exception) {
        throw new IllegalStateException(exception);
      }
    }
  }

  /** Loads, and so starts, on first use; stops with the JVM. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException exception) {
        throw new IllegalStateException(
            "The tests need to start a PostgreSQL from its Maven artifact", exception);
      }
    }
  }
}
