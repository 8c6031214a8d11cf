package dev.callboard.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.helidon.webserver.WebServer;
import org.flywaydb.core.Flyway;

/**
 * The libraries of a server that does nothing: a pool on SQLite, its tables by Flyway, a port that
 * answers. Its start, on a plain class path, says how fast the machine is.
 */
final class BareStart {

  private BareStart() {}

  /** The arguments are a port and an SQLite file that is not there yet. */
  public static void main(String[] args) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl("jdbc:sqlite:" + args[1]);
    HikariDataSource source = new HikariDataSource(pool);
    Flyway.configure().dataSource(source).locations("classpath:db/sqlite").load().migrate();
    WebServer.builder()
        .host("127.0.0.1")
        .port(Integer.parseInt(args[0]))
        .routing(routing -> routing.get("/health/ready", (_, response) -> response.send("ready")))
        .build()
        .start();
  }
}
