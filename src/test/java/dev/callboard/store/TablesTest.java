package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanReader;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.SessionId;
import dev.callboard.store.LogPages.Listed;
import dev.callboard.store.LogPages.Wanted;
import dev.callboard.testing.Postgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
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

  /** Each class, as its own first event has it; what nobody can look into is shown to nobody. */
  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void classesOfBefore_areTheirClients(String database) throws Exception {
    String url = tablesOf("11", database);
    try (Connection connection = DriverManager.getConnection(url)) {
      insert(connection, "ours", opened("client: acme"));
      insert(connection, "theirs", opened("client: rival"));
      insert(connection, "nobodys", opened(""));
      insert(connection, "nul", opened("client: acme").replace("Priya Nair", "Priya\\u0000Nair"));
      insert(connection, "none", "");
    }
    try (Store store = Store.open(url)) {
      assertThat(ids(store, "acme")).contains("ours").doesNotContain("theirs", "nobodys", "none");
      assertThat(ids(store, "rival")).containsExactly("theirs");
      assertThat(ids(store, "")).containsExactly("nobodys");
      assertThat(store.pages().classes(new Wanted("acme", "hybrid", true), null, 9))
          .extracting(Listed::plan)
          .contains("hybrid");
      assertThat(store.pages().classes(new Wanted("acme", "hybrid", false), null, 9)).isEmpty();
      assertThat(store.pages().classes(new Wanted("acme", "other", null), null, 9)).isEmpty();
    }
  }

  /** Before, events stood in the order of classes. */
  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void logsOfBefore_areReadAsTheyWereAndGoOn(String database) throws Exception {
    String url = tablesOf("12", database);
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement more =
            connection.prepareStatement(
                "insert into event (session, seq, at, who, body) values (?, ?, ?, 'priya', ?)")) {
      for (String id : List.of("b", "a")) {
        insert(connection, id, opened(""));
        for (int seq = 2; seq <= 100; seq++) {
          more.setString(1, id);
          more.setInt(2, seq);
          more.setInt(3, seq);
          more.setString(4, new Codec().write(new Event.Rolled()));
          more.executeUpdate();
        }
        connection.createStatement().executeUpdate("update session set newest = 100");
      }
    }
    try (Store store = Store.open(url)) {
      for (String id : List.of("a", "b")) {
        store.ledger().commit(Commits.events(id, 100, null, new Event.Rolled(), new Event.Ended()));
        List<Recorded> log = store.ledger().read(new SessionId(id), 0);
        assertThat(log)
            .extracting(Recorded::seq)
            .isEqualTo(LongStream.rangeClosed(1, 102).boxed().toList());
        assertThat(log.getFirst().event()).isInstanceOf(Event.Opened.class);
        assertThat(log.get(1).at()).isEqualTo(Micros.instant(2));
        assertThat(log.getLast().event()).isEqualTo(new Event.Ended());
      }
    }
  }

  private String tablesOf(String version, String database) throws Exception {
    boolean shared = database.equals("postgresql");
    String url = shared ? Postgres.emptyDatabase() : "jdbc:sqlite:" + folder.resolve("before.db");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations(Dialect.of(url).migrations())
        .target(version)
        .load()
        .migrate();
    return url;
  }

  private static List<String> ids(Store store, String client) {
    return store.pages().classes(new Wanted(client, null, null), null, 9).stream()
        .map(Listed::id)
        .toList();
  }

  private static String opened(String line) throws IOException {
    String yaml = Files.readString(Path.of("config/plans/hybrid-meetings.yaml")) + "\n" + line;
    Plan plan =
        new PlanReader(Set.of("page"))
            .read("hybrid", "hybrid.yaml", yaml.getBytes(StandardCharsets.UTF_8), null)
            .usable()
            .orElseThrow();
    return new Codec().write(new Event.Opened(plan, new Rooms(List.of(), List.of()), null));
  }

  private static void insert(Connection connection, String id, String body) throws SQLException {
    try (PreparedStatement session =
            connection.prepareStatement(
                "insert into session (id, newest, is_open, opened_at) values (?, 1, 1, 1)");
        PreparedStatement event =
            connection.prepareStatement(
                "insert into event (session, seq, at, who, body) values (?, 1, 1, 'priya', ?)")) {
      session.setString(1, id);
      session.executeUpdate();
      if (!body.isEmpty()) {
        event.setString(1, id);
        event.setString(2, body);
        event.executeUpdate();
      }
    }
  }

  private static void change(Store store, String sql) throws SQLException {
    try (Connection connection = store.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }
}
