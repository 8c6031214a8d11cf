package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.callboard.testing.Await;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;

class KeptStatementsTest {

  private static final String ABOVE = "select n from numbers where n > ? order by n";

  private final KeptStatements kept = new KeptStatements();
  private HikariDataSource pool;
  private Jdbi jdbi;

  @BeforeEach
  void open(@TempDir Path folder) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(
        "jdbc:sqlite:" + folder.resolve("numbers.db") + "?journal_mode=WAL&busy_timeout=100");
    config.setMaximumPoolSize(2);
    pool = new HikariDataSource(config);
    jdbi = Jdbi.create(pool).setStatementBuilderFactory(kept);
    jdbi.useHandle(handle -> {
      handle.execute("create table numbers (n integer)");
      handle.execute("insert into numbers values (1), (2), (3)");
    });
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private List<Integer> asked(String query, Object... values) {
    return jdbi.withHandle(handle -> {
      Query asked = handle.createQuery(query);
      for (int i = 0; i < values.length; i++) {
        asked.bind(i, values[i]);
      }
      return asked.mapTo(Integer.class).list();
    });
  }

  private static List<Integer> above(Handle handle, int n) {
    return handle.createQuery(ABOVE).bind(0, n).mapTo(Integer.class).list();
  }

  @Test
  void sameQuery_answersEachTimeWhatItIsAskedThen() {
    for (int n = 0; n < 4; n++) {
      assertThat(asked(ABOVE, n)).isEqualTo(List.of(1, 2, 3).subList(n, 3));
    }
  }

  @Test
  void queryWithinTheSameQuery_disturbsNeither() {
    List<Integer> sums =
        jdbi.withHandle(handle ->
            handle
                .createQuery(ABOVE)
                .bind(0, 1)
                .map((row, _) -> row.getInt(1) + above(handle, 2).getFirst())
                .list());
    assertThat(sums).containsExactly(5, 6);
    assertThat(asked(ABOVE, 2)).containsExactly(3);
  }

  @Test
  void queryThatFailed_mayBeAskedAgain() {
    assertThatThrownBy(() -> asked("select n from nowhere")).isInstanceOf(JdbiException.class);
    assertThatThrownBy(() -> asked(ABOVE, 0, 1)).isInstanceOf(JdbiException.class);
    assertThat(asked(ABOVE, 0)).containsExactly(1, 2, 3);
  }

  /** A statement that is not at its end holds the log of the database as it was. */
  @Test
  void queryThatWasLeftInTheMiddle_holdsNothing() {
    assertThat(
            jdbi.<Optional<Integer>, RuntimeException>withHandle(
                handle -> handle.createQuery(ABOVE).bind(0, 0).mapTo(Integer.class).findFirst()))
        .contains(1);
    assertThatThrownBy(() ->
            jdbi.useHandle(handle ->
                handle
                    .createQuery(ABOVE)
                    .bind(0, 0)
                    .map((_, _) -> {
                      throw new IllegalStateException("a row that cannot be read");
                    })
                    .list()))
        .hasMessageContaining("cannot be read");
    jdbi.useHandle(handle -> handle.execute("insert into numbers values (4)"));

    assertThat(asked("pragma wal_checkpoint(truncate)")).as("busy").containsExactly(0);
  }

  @Test
  void manyQueries_areNotAllKept() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(asked("select n + " + i + " from numbers where n = 1")).containsExactly(1 + i);
    }
    assertThat(kept.statements()).isEqualTo(KeptStatements.MOST);
  }

  @Test
  void connectionThatWasClosed_isForgotten() throws SQLException {
    List<Connection> both = new ArrayList<>();
    try (Handle one = jdbi.open();
        Handle other = jdbi.open()) {
      for (Handle handle : List.of(one, other)) {
        above(handle, 0);
        both.add(handle.getConnection().unwrap(SQLiteConnection.class));
      }
      assertThat(kept.connections()).isEqualTo(2);
    }
    pool.getHikariPoolMXBean().softEvictConnections();
    Await.until("both closed", () -> both.stream().allMatch(KeptStatements::isClosed));

    jdbi.useHandle(handle -> above(handle, 0));
    assertThat(kept.connections()).isEqualTo(1);
  }
}
