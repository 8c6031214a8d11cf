package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callboard.desk.Commit;
import dev.callboard.session.SessionId;
import dev.callboard.store.StoreException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends ShelfContract {

  @TempDir Path folder;

  @Override
  protected String freshUrl() {
    return "jdbc:sqlite:" + folder.resolve("made/on/demand/callboard.db");
  }

  @Test
  void everyConnection_syncsTheDiskAtEachCommit() throws Exception {
    assertThat(asked("pragma journal_mode")).isEqualTo("wal");
    assertThat(asked("pragma synchronous")).isEqualTo("2"); // FULL
    assertThat(asked("pragma foreign_keys")).isEqualTo("1");
  }

  @Test
  void waitingLanes_areFoundInTheIndexAlone() throws Exception {
    try (Connection connection = store().dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("explain query plan " + StoreShelf.WAITING.replace("?", "9"))) {
      StringBuilder plan = new StringBuilder();
      while (rows.next()) {
        plan.append(rows.getString("detail")).append('\n');
      }
      assertThat(plan.toString()).contains("SCAN outbox USING COVERING INDEX outbox_waiting");
    }
  }

  @Test
  void secondServerOnOneFile_doesNotStart() {
    assertThatThrownBy(() -> Store.open(url)).hasMessageContaining("another Callboard");
  }

  @Test
  void fullDisk_isToldAndNothingIsHalfWritten() throws Exception {
    String full = "jdbc:sqlite:" + folder.resolve("full.db") + "?max_page_count=60";
    long acknowledged = 1;
    try (Store small = Store.open(full)) {
      small.ledger().commit(Commits.open("a", "room"));
      Kind kind = null;
      while (kind == null) {
        try {
          small.ledger().commit(Commits.say("a", acknowledged, "slack:" + acknowledged, "room"));
          acknowledged++;
        } catch (StoreException exception) {
          kind = exception.kind();
        }
      }
      assertThat(kind).isEqualTo(Kind.FULL);
      long next = acknowledged;
      Commit same = Commits.say("a", next, "slack:" + next, "room");
      assertThat(WriterTest.kind(() -> small.ledger().commit(same))).isEqualTo(Kind.FULL);
      assertWhole(small, acknowledged);
    }
    try (Store again = Store.open("jdbc:sqlite:" + folder.resolve("full.db"))) {
      assertWhole(again, acknowledged);
    }
  }

  private static void assertWhole(Store store, long acknowledged) {
    SessionId session = new SessionId("a");
    assertThat(store.ledger().newest(session)).isEqualTo(acknowledged);
    assertThat(store.ledger().read(session, 0)).hasSize((int) acknowledged);
    assertThat(store.ledger().seen("slack:" + (acknowledged - 1))).isTrue();
    assertThat(store.ledger().seen("slack:" + acknowledged)).isFalse();
    assertThat(store.shelf().depth()).isEqualTo((int) acknowledged - 1);
  }

  @Test
  void fileOfSomethingElse_isRefused() throws Exception {
    Path file = folder.resolve("letter.db");
    Files.writeString(file, "Dear producer, ".repeat(500));

    assertThatThrownBy(() -> Store.open("jdbc:sqlite:" + file))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BROKEN));
    assertThat(Files.readString(file)).startsWith("Dear producer");
  }

  private String asked(String pragma) throws SQLException {
    try (Connection connection = store().dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(pragma)) {
      return row.getString(1);
    }
  }
}
