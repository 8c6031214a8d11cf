package dev.callboard.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.callboard.desk.Ledger;
import dev.callboard.outbox.Shelf;
import dev.callboard.platform.lobby.LobbyBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The database, open: migrated, with a pool to read from and one thread that writes. */
public final class Store implements AutoCloseable {

  private static final int CONNECTIONS = 6;

  private final HikariDataSource source;
  private final Jdbi jdbi;
  private final Writer writer;
  private final Ledger ledger;
  private final Shelf shelf;
  private final LobbyBook lobbyBook;

  private Store(HikariDataSource source, Dialect dialect) {
    this.source = source;
    jdbi = Jdbi.create(source);
    writer = new Writer(source);
    Codec codec = new Codec();
    ledger = new StoreLedger(jdbi, writer, codec);
    shelf = new StoreShelf(jdbi, writer, codec, dialect.shared());
    lobbyBook = new StoreLobbyBook(jdbi, writer, dialect.shared());
  }

  /**
   * Opens a database, and makes or renews its tables.
   *
   * @param jdbcUrl of SQLite, whose folder is made, or of PostgreSQL
   * @throws StoreException when it cannot be reached or is not Callboard's
   */
  public static Store open(String jdbcUrl) {
    Dialect dialect = Dialect.of(jdbcUrl);
    try {
      makeFolder(jdbcUrl, dialect);
      HikariDataSource source = new HikariDataSource(pool(jdbcUrl, dialect));
      migrate(source, dialect);
      return new Store(source, dialect);
    } catch (IOException | RuntimeException exception) {
      throw new StoreException(
          "open " + jdbcUrl.replaceAll("password=[^&]*", "password=***"), exception);
    }
  }

  private static HikariConfig pool(String jdbcUrl, Dialect dialect) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    config.setPoolName("store");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    dialect.properties().forEach(config::addDataSourceProperty);
    return config;
  }

  private static void makeFolder(String jdbcUrl, Dialect dialect) throws IOException {
    if (!dialect.shared()) {
      String file = jdbcUrl.substring("jdbc:sqlite:".length()).split("\\?", 2)[0];
      Path folder = Path.of(file).toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    }
  }

  private static void migrate(HikariDataSource source, Dialect dialect) {
    Flyway.configure()
        .dataSource(source)
        .locations(dialect.migrations())
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }

  public Ledger ledger() {
    return ledger;
  }

  public Shelf shelf() {
    return shelf;
  }

  public LobbyBook lobbyBook() {
    return lobbyBook;
  }

  /**
   * Says whether the database answers.
   *
   * @throws RuntimeException when it does not
   */
  public void check() {
    jdbi.useHandle(handle -> handle.execute("select 1"));
  }

  @Override
  public void close() {
    writer.close();
    source.close();
  }
}
