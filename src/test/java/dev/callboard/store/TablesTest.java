package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void newest_isTheNewestScript(String database) throws Exception {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db", database))) {
      List<Integer> versions =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .map(name -> Integer.valueOf(name.replaceAll("V(\\d+)__.*", "$1")))
              .sorted(Comparator.reverseOrder())
              .toList();
      assertThat(versions.getFirst()).hasToString(Tables.NEWEST);
    }
  }

  @Test
  void tablesOfAnOlderVersion_areNotCurrent() throws Exception {
    try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("old.db"))) {
      assertThat(Tables.current(store.dataSource())).isTrue();
      change(store, "delete from flyway_schema_history where version = '" + Tables.NEWEST + "'");
      assertThat(Tables.current(store.dataSource())).isFalse();
    }
  }

  @Test
  void tablesThatCouldNotBeRenewed_areNotCurrent() throws Exception {
    try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("half.db"))) {
      change(
          store,
          "update flyway_schema_history set success = 0 where version = '" + Tables.NEWEST + "'");
      assertThat(Tables.current(store.dataSource())).isFalse();
    }
  }

  private static void change(Store store, String sql) throws SQLException {
    try (Connection connection = store.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }
}
