package dev.callboard.testing;

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

  /** The JDBC address of an empty database. */
  public static String freshDatabase() throws IOException, SQLException {
    String name = "test" + DATABASES.incrementAndGet();
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return Server.RUNNING.getJdbcUrl("postgres", name);
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
