package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.Await;
import dev.callboard.testing.Passing;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learner who asks to be forgotten, in the real server and its database. */
class ForgetServerTest {

  private static final String PLAN = "hybrid-meetings";

  @TempDir Path folder;
  private LobbyServer server;
  private LobbyCaller producer;
  private int deliveries;

  @BeforeEach
  void twoClasses() throws Exception {
    server = new LobbyServer(folder);
    producer = new LobbyCaller(server.url(), PLAN, "priya");
    classWithEverybody();
    classWithEverybody();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void classWithEverybody() throws Exception {
    assertThat(producer.types("open " + PLAN)).startsWith("Opened");
    producer.types("start");
    deliveries++;
    assertThat(producer.meets("simulated-" + deliveries, "simulate", "everybody"))
        .isEqualTo("20 people came.");
    producer.types("note team Amara has no sound");
    server.clock().advance(Duration.ofMinutes(30));
    producer.types("roll");
    producer.types("end");
  }

  @Test
  void whoeverIsForgotten_isGoneFromTheLogOfBothClassesAndTheCountsStay() throws Exception {
    server.clock().advance(Duration.ofMinutes(6)); // the lobby's own report comes first
    Passing time = Passing.of(server.clock());
    Await.until(
        "the report is in",
        () -> {
          time.goOn();
          return all("select 1 from event where body like '%Reconciled%'").size() == 2;
        });
    String before = producer.types("roll");
    assertThat(producer.types("forget amara"))
        .contains("Forget Amara Bello in this class and hybrid-meetings-")
        .contains("Nothing brings them back");
    assertThat(found("Amara Bello")).isPositive();

    assertThat(producer.types("forget amara for good")).contains("is being forgotten");

    Await.until(
        "nothing of her in the log",
        () -> {
          time.goOn();
          return found("amara bello") == 0 && found("amara@learners.example.com") == 0;
        });
    assertThat(rows("amara")).isEmpty();
    assertThat(found("ben@learners.example.com")).isPositive();
    assertThat(producer.types("roll")).isEqualTo(before);
    assertThat(producer.types("why forgotten-a")).contains("Forgotten A").contains("present");
    assertThat(producer.types("forget amara")).contains("Nobody on the roster is called");
    server.restart();
    producer = new LobbyCaller(server.url(), PLAN, "priya");
    assertThat(producer.types("roll")).isEqualTo(before);
  }

  /** As people write each other: small, large, by the surname; and in a file that was posted. */
  @Test
  void whoeverIsForgotten_isGoneFromNotesAndPostedFiles() throws Exception {
    producer.types("note team amara could not hear us, AMARA says so");
    producer.types("note designer Ms Bello found the poll hard; bello too");
    producer.types("note team may we thank Ben Carter");
    producer.types("report csv");
    assertThat(rows("\"base64\":")).isNotEmpty();

    producer.types("forget amara for good");
    server.clock().advance(Duration.ofMinutes(6));

    Passing time = Passing.of(server.clock());
    Await.until(
        "nothing of her in the log",
        () -> {
          time.goOn();
          return found("bello") == 0 && found("amara") == 0 && found("\"base64\":") == 0;
        });
    assertThat(found("attendance.csv is gone")).isPositive();
    assertThat(found("may we thank Ben Carter")).isPositive();
  }

  @Test
  void classThatStillRuns_forgetsNobody() throws Exception {
    producer.types("open " + PLAN);

    assertThat(producer.types("forget amara for good"))
        .isEqualTo("The class still runs, and they may be in it. Type it again after the end.");
    assertThat(found("Amara Bello")).isPositive();
  }

  private int found(String text) {
    return rows(text).size();
  }

  /** What of the log, of what was said of classes, and of what is kept beside it says it. */
  private List<String> rows(String text) {
    List<String> rows = new ArrayList<>();
    for (String table : List.of("body from event", "who from event", "body from outbox")) {
      rows.addAll(all("select " + table));
    }
    rows.addAll(all("select coalesce(email, account) from member"));
    rows.addAll(all("select trait from alias"));
    return rows.stream()
        .filter(row -> row.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private List<String> all(String query) {
    List<String> all = new ArrayList<>();
    String url = "jdbc:sqlite:" + folder.resolve("callboard.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout = 5000");
      try (ResultSet row = statement.executeQuery(query)) {
        while (row.next()) {
          all.add(String.valueOf(row.getString(1)));
        }
      }
    } catch (SQLException broken) {
      throw new AssertionError(broken);
    }
    return all;
  }
}
