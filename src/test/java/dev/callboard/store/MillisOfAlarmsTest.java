package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MillisOfAlarmsTest {

  private static final int THREADS = 8;
  private static final int READS = 2_000;

  private final MillisOfAlarms table = new MillisOfAlarms();

  /** Writes one instant and reads it back; the answer is how often another came back. */
  private int strangers(Instant own) throws SQLException {
    int strange = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        PreparedStatement select = connection.prepareStatement("select ? as due")) {
      for (int i = 0; i < READS; i++) {
        table.setInstant(select, 1, own);
        try (ResultSet row = select.executeQuery()) {
          row.next();
          strange += own.equals(table.getInstant(row, "due")) ? 0 : 1;
        }
      }
    }
    return strange;
  }

  /** The Calendar that db-scheduler shares would give some of them the time of another. */
  @Test
  void threadsThatReadAtOnce_eachGetTheirOwn() throws Exception {
    List<Callable<Integer>> readers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Instant own = Instant.parse("2026-11-24T14:00:00Z").plusSeconds(i);
      readers.add(() -> strangers(own));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Integer> strange : threads.invokeAll(readers)) {
        assertThat(strange.get()).isZero();
      }
    }
  }

  @Test
  void noTime_staysNone() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        PreparedStatement select = connection.prepareStatement("select ? as due")) {
      table.setInstant(select, 1, null);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        assertThat(table.getInstant(row, "due")).isNull();
      }
    }
  }
}
