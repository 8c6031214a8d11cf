package dev.callboard.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies what SQLite wrote to its log into the database file, beside the writer, so that no caller
 * waits for it; after an erasure, all of it, so that the log is empty. Passive checkpoints block
 * nobody, see https://sqlite.org/pragma.html#pragma_wal_checkpoint.
 */
final class Checkpoints implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final long EVERY_MILLIS = 1_000;
  private static final int PATIENCE_MILLIS = 50;

  /** So many tries, five minutes at least, lie between two complaints. */
  private static final int QUIET = 300;

  private final DataSource source;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("store-checkpoints").factory());

  /** Whoever was erased may stand in SQLite's log still; after a crash nobody knows. */
  private volatile boolean toEmpty = true;

  private int sinceComplaint = QUIET;
  private boolean complained;

  Checkpoints(DataSource source) {
    this.source = source;
    var _ =
        thread.scheduleWithFixedDelay(
            this::copy, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Empties SQLite's log within seconds, once nobody reads it. */
  void empty() {
    toEmpty = true;
  }

  synchronized void copy() {
    sinceComplaint++;
    boolean all = toEmpty;
    toEmpty = false;
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout = " + PATIENCE_MILLIS); // nobody writes meanwhile
      if (!copied(statement, all ? "truncate" : "passive") && all) {
        toEmpty = true;
      }
      if (complained) {
        LOG.info("checkpoints again");
        complained = false;
      }
    } catch (SQLException failure) { // the writer makes one in the end
      toEmpty |= all;
      complain(failure);
    }
  }

  /** Whether nothing stood in its way. */
  private static boolean copied(Statement statement, String mode) throws SQLException {
    try (ResultSet row = statement.executeQuery("pragma wal_checkpoint(" + mode + ")")) {
      return row.next() && row.getInt(1) == 0;
    }
  }

  /** A disk that is gone fails every second; whoever reads the log must find more than that. */
  private void complain(SQLException failure) {
    if (sinceComplaint > QUIET) {
      LOG.warn("no checkpoint: {}", failure.getMessage());
      sinceComplaint = 0;
      complained = true;
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
