package dev.callboard.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import dev.callboard.console.Passes;
import dev.callboard.desk.Ledger;
import dev.callboard.outbox.Shelf;
import dev.callboard.platform.lobby.LobbyBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database, open: migrated, with a pool to read from and one thread that writes. */
public final class Store implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Store.class);
  private static final int CONNECTIONS = 5;

  /** What a run that was killed had in hand, when no other server can have any. */
  private static final String RELEASE =
      "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
          + " version = version + 1 where picked";

  /** What is to be closed, the newest first. */
  private final Deque<AutoCloseable> parts;

  private final Sources sources;
  private final Reads reads;
  private final Writer writer;
  private final Dialect dialect;
  private final Ledger ledger;
  private final Shelf shelf;
  private final LobbyBook lobbyBook;
  private final Passes passes;

  /**
   * Where connections come from.
   *
   * @param driver each is a new one
   * @param loose new ones whose commits a power cut may undo
   */
  private record Sources(DataSource pool, DataSource driver, DataSource loose) {}

  /** The writer's connection is its own: a pool would hand one on that a failure left half-open. */
  private Store(Sources sources, Dialect dialect, Deque<AutoCloseable> parts) {
    this.sources = sources;
    this.parts = parts;
    reads = new Reads(asked(sources.pool(), dialect));
    Runnable erased = () -> {};
    if (!dialect.shared()) {
      Checkpoints checkpoints = new Checkpoints(sources.driver());
      parts.push(checkpoints);
      erased = checkpoints::empty;
    }
    writer = new Writer(sources.driver(), dialect);
    this.dialect = dialect;
    parts.push(writer);
    Codec codec = new Codec();
    ledger = new StoreLedger(reads, writer, codec, dialect.shared(), erased);
    shelf = new StoreShelf(reads, rows(), writer, codec, dialect.shared());
    lobbyBook = new StoreLobbyBook(reads, writer, dialect.shared());
    passes = new StorePasses(reads, writer);
  }

  /** PostgreSQL has many connections, and each question takes its way over the network. */
  private WaitingRows rows() {
    if (dialect.shared()) {
      return WaitingRows.of(reads);
    }
    LaneReads lanes = new LaneReads(sources.driver());
    parts.push(lanes);
    return lanes;
  }

  private static Jdbi asked(DataSource pool, Dialect dialect) {
    Jdbi jdbi = Jdbi.create(pool);
    return dialect.shared() ? jdbi : jdbi.setStatementBuilderFactory(new KeptStatements());
  }

  /**
   * Opens a database, and makes or renews its tables.
   *
   * @param jdbcUrl of SQLite, whose folder is made, or of PostgreSQL
   * @throws StoreException when it cannot be reached, is not Callboard's, or is a file that another
   *     server uses
   */
  public static Store open(String jdbcUrl) {
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    try {
      Dialect dialect = Dialect.of(jdbcUrl);
      if (!dialect.shared()) {
        parts.push(soleUse(Path.of(Dialect.file(jdbcUrl)).toAbsolutePath()));
      }
      DataSource driver = driver(jdbcUrl, dialect.properties());
      HikariDataSource pool = new HikariDataSource(pool(driver));
      parts.push(pool);
      Tables.renew(pool, dialect);
      DataSource loose = driver(jdbcUrl, dialect.loose());
      return new Store(new Sources(pool, driver, loose), dialect, parts);
    } catch (IOException | RuntimeException exception) {
      close(parts);
      throw StoreException.of(
          "open " + jdbcUrl.replaceAll("password=[^&]*", "password=***"), exception);
    }
  }

  private static SoleUse soleUse(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return SoleUse.of(file);
  }

  private static DataSource driver(String jdbcUrl, Map<String, String> settings) {
    Properties properties = new Properties();
    properties.putAll(settings);
    return new DriverDataSource(jdbcUrl, null, properties, null, null);
  }

  private static HikariConfig pool(DataSource driver) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(driver);
    config.setPoolName("store");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    return config;
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

  /** Who is signed in at the desk. */
  public Passes passes() {
    return passes;
  }

  /** Which classes there are. */
  public ClassIndex classes() {
    return new ClassIndex(reads);
  }

  /** Classes and their logs, a page at a time. */
  public LogPages pages() {
    return new LogPages(reads);
  }

  /** The alarm clock; it rings from its start on. To be closed before the store. */
  public Alarms alarms(Alarms.Clockwork work) {
    if (!dialect.shared()) {
      writer.write("release", "scheduled_tasks", statements -> statements.update(RELEASE));
    }
    return new Alarms(sources.loose(), dialect.alarms(), dialect.shared(), work);
  }

  DataSource dataSource() {
    return sources.pool();
  }

  /**
   * Says whether the database answers.
   *
   * @throws StoreException when it does not
   */
  public void check() {
    reads.of("check", handle -> handle.execute("select 1"));
  }

  /** Finishes what callers wait for, then lets go of the database. */
  @Override
  public void close() {
    close(parts);
  }

  private static void close(Deque<AutoCloseable> parts) {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception exception) {
        LOG.warn("a part of the store did not close", exception);
      }
    }
  }
}
