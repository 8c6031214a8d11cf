package dev.callboard.bench;

import static dev.callboard.bench.DeskBench.at;
import static dev.callboard.bench.DeskBench.say;

import dev.callboard.bench.Visitor.Answer;
import dev.callboard.store.Store;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What people read after class: the report of a thousand people, the digest of 200 deliveries. */
final class ReadingBench {

  private static final String DATABASE = "past.db";
  private static final int CROWDS = 8;
  private static final int PEOPLE = 1_000;
  private static final int DROPPING = 300;
  private static final int DELIVERIES = 200;
  private static final int VERSIONS = 4;
  private static final int LEARNERS = 20;
  private static final int LOOKS = 60;

  private final Servers servers;

  ReadingBench(Servers servers) {
    this.servers = servers;
  }

  void read(SlackStub slack, Child bare) throws Exception {
    servers.forget(DATABASE);
    give();
    List<String> crowds = sessions("crowd");
    List<String> courses = sessions("course");
    try (Child server = servers.callboardWithPages(slack, DATABASE)) {
      server.settle();
    } // has posted their reports now, as it does after class
    try (Child server = servers.callboardWithPages(slack, DATABASE)) {
      server.settle();
      Visitor lead = Visitor.enters(server.port(), "T0", "CELSE", "LEAD0");
      report(server, lead, crowds, bare);
      digest(server, lead, courses.getFirst(), bare);
    }
  }

  private void give() throws Exception {
    Instant day = InstantSource.system().instant().truncatedTo(ChronoUnit.DAYS);
    Instant yesterday = day.minus(10, ChronoUnit.HOURS);
    servers.plan("crowd", PastClasses.plan("A thousand people", PEOPLE, 5));
    try (Store store = Store.open("jdbc:sqlite:" + servers.database(DATABASE))) {
      PastClasses past = new PastClasses(store, servers.folder().resolve("plans"));
      past.give("crowd", 0, CROWDS, PEOPLE, DROPPING, yesterday);
      int each = DELIVERIES / VERSIONS;
      for (int version = 0; version < VERSIONS; version++) {
        servers.plan("course", PastClasses.plan("A course", LEARNERS, 4 + version));
        int days = (VERSIONS - 1 - version) * each;
        past.give(
            "course",
            CROWDS + version * each,
            each,
            LEARNERS,
            2,
            yesterday.minus(days, ChronoUnit.DAYS));
      }
    }
    empty("delete from outbox"); // as if all had been sent at its time
  }

  private static void report(Child server, Visitor lead, List<String> crowds, Child bare)
      throws IOException {
    Answer first = whole(lead, crowds.getFirst());
    say("report of 1,000, the first after a start", first.whole(), "%.0f ms", "");
    for (int i = 0; i < LOOKS; i++) {
      whole(lead, crowds.get(i % 2));
    }
    double[] cold = new double[crowds.size() - 2];
    for (int i = 0; i < cold.length; i++) {
      cold[i] = whole(lead, crowds.get(2 + i)).whole();
    }
    double[] warm = new double[LOOKS];
    double before = server.processorMicros();
    for (int i = 0; i < LOOKS; i++) {
      warm[i] = whole(lead, crowds.get(i % crowds.size())).whole();
    }
    double micros = (server.processorMicros() - before) / LOOKS;
    Arrays.sort(cold);
    Arrays.sort(warm);
    int bytes = first.body().length;
    say("  of a class not in memory, p50", at(cold, 50), "%.0f ms", "goal <= 300 ms");
    say("  the longest of " + cold.length, at(cold, 100), "%.0f ms", "goal <= 300 ms");
    print(warm, micros, bytes, bare);
  }

  private static void print(double[] warm, double micros, int bytes, Child bare)
      throws IOException {
    double[] reference = DeskBench.firsts(bare, bytes);
    say("  again, p50", at(warm, 50), "%.0f ms", "goal <= 300 ms");
    say("  p99", at(warm, 99), "%.0f ms", "goal <= 300 ms");
    say("  processor", micros / 1e3, "%.0f ms each", "%,d kB".formatted(bytes / 1000));
    say("  bare Helidon, as many bytes, p50", at(reference, 50), "%.1f ms", "");
  }

  private static Answer whole(Visitor lead, String session) throws IOException {
    Answer answer = lead.gets("/desk/" + session + "/report", "A thousand people");
    String page = answer.text();
    for (int i = 0; i < PEOPLE; i++) {
      check(page, "Learner " + i + "<", session);
    }
    check(page, "</html>", session);
    return answer;
  }

  private static void check(String page, String expected, String session) throws IOException {
    if (!page.contains(expected)) {
      throw new IOException(session + ": " + expected + " is not in it");
    }
  }

  private static void digest(Child server, Visitor lead, String session, Child bare)
      throws IOException {
    String path = "/desk/" + session + "/digest";
    String expected = DELIVERIES + " deliveries of " + VERSIONS + " versions of the plan";
    Answer first = lead.gets(path, expected);
    say("digest of 200, the first after a start", first.whole(), "%.0f ms", "goal <= 300 ms");
    double[] warm = new double[LOOKS];
    double micros = 0;
    for (int i = -LOOKS; i < LOOKS; i++) {
      double before = server.processorMicros();
      Answer answer = lead.gets(path, expected);
      check(answer.text(), "Part 12", session);
      check(answer.text(), "needs a picture, class 207", session);
      warm[Math.max(0, i)] = answer.whole();
      micros += i < 0 ? 0 : server.processorMicros() - before;
    }
    Arrays.sort(warm);
    print(warm, micros / LOOKS, first.body().length, bare);
  }

  private List<String> sessions(String plan) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select id from session where id like '" + plan + "-%' order by opened_at")) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }

  private void empty(String command) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(command);
    }
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + servers.database(DATABASE));
  }
}
