package dev.callboard.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callboard.desk.Commit;
import dev.callboard.desk.Outcome;
import dev.callboard.session.SessionId;
import dev.callboard.store.StoreException.Kind;
import dev.callboard.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
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

  @Test
  void whoeverIsErased_isInNoFileOfTheDatabase() throws Exception {
    classWithNotes("a");
    assertThat(files()).contains("Amara Bello");

    assertThat(erase("a", Set.of("amara"))).isEqualTo(Outcome.DONE);

    Await.until("her to be in no file", () -> !files().contains("Amara"));
    assertThat(files()).contains("Forgotten A has no sound").doesNotContain("amara@");
  }

  /** All bytes of the database, with its log. */
  private String files() {
    StringBuilder all = new StringBuilder();
    for (String part : List.of("", "-wal")) {
      try {
        all.append(Files.readString(Path.of(Dialect.file(url) + part), ISO_8859_1));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return all.toString();
  }

  private String asked(String pragma) throws SQLException {
    try (Connection connection = store().dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(pragma)) {
      return row.getString(1);
    }
  }
}
