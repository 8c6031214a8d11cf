package dev.callboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The benchmark: one run, one machine, every figure beside its goal. */
public final class Bench {

  private static final int CLASSES = 500;
  private static final int WARM = 40_000;
  private static final int ROUND = 60_000;
  private static final int ROUNDS = 3;
  private static final int STEADY = 5_000;

  private static final String PLAN =
      """
      title: Bench
      zone: Europe/London
      start: "14:00"
      slot: 60
      workbook: {title: Workbook, pages: 28}
      people: [{key: pat, name: Pat, role: producer, email: pat@example.com}]
      segments: [{title: All, minutes: 60, pages: [12]}]
      """;

  private final Path folder;

  private Bench(Path folder) {
    this.folder = folder;
  }

  /** Runs it all; the first argument is the project's target folder. */
  public static void main(String[] args) throws Exception {
    Path target = Path.of(args[0]).toAbsolutePath();
    Bench bench = new Bench(Files.createDirectories(target.resolve("bench")));
    bench.commands();
    bench.startUp(target.resolve("callboard/bin/callboard"));
  }

  private void commands() throws Exception {
    int port = Child.freePort();
    double bare = 0;
    double bolt = 0;
    try (Child server =
        Child.start(
            Child.java(BareEndpoint.class.getName(), "" + port), Map.of(), port, "/health/ready")) {
      bare = median(new Load(server.port()));
    }
    try (Child server = boltForJavaScript()) {
      bolt = median(new Load(server.port()));
    }
    try (SlackStub slack = new SlackStub();
        Child server = callboard(slack)) {
      Load load = new Load(server.port());
      load.flood(opening());
      double callboard = median(load);
      double[] millis = load.steady(pages(STEADY), 500);
      long posted = (long) WARM + (long) ROUNDS * ROUND + STEADY;
      checkLog(posted);
      say("bare Helidon endpoint, same signature", "%,.0f/s", bare, "");
      say("Bolt for JavaScript, nothing stored", "%,.0f/s", bolt, "");
      say("Callboard, /class page 12, durable", "%,.0f/s", callboard, "");
      say("  as a ratio to the bare endpoint", "%.2f", callboard / bare, "goal >= 0.25");
      say("  as a ratio to Bolt for JavaScript", "%.1f", callboard / bolt, "goal >= 2");
      say("  latency at 500/s, p50", "%.1f ms", millis[STEADY / 2], "");
      say("  latency at 500/s, p99", "%.1f ms", millis[STEADY * 99 / 100], "goal <= 20 ms");
      say("  resident memory after the flood", "%.0f MB", server.residentMegabytes(), "");
    }
  }

  /** Warms up, then the median of a few rounds. */
  private static double median(Load load) throws Exception {
    load.flood(pages(WARM));
    double[] rounds = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      List<byte[]> requests = pages(ROUND);
      rounds[i] = load.flood(requests);
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }

  private static List<byte[]> opening() {
    List<byte[]> requests = new ArrayList<>(CLASSES);
    for (int i = 0; i < CLASSES; i++) {
      requests.add(Signed.command("B" + i, "open bench #C" + i));
    }
    return requests;
  }

  private static List<byte[]> pages(int count) {
    List<byte[]> requests = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      requests.add(Signed.command("B" + i % CLASSES, "page 12"));
    }
    return requests;
  }

  private Child callboard(SlackStub slack) throws IOException {
    Files.deleteIfExists(folder.resolve("bench.db"));
    Files.deleteIfExists(folder.resolve("bench.db-wal"));
    Files.deleteIfExists(folder.resolve("bench.db-shm"));
    Files.createDirectories(folder.resolve("plans"));
    Files.writeString(folder.resolve("plans/bench.yaml"), PLAN);
    int port = Child.freePort();
    Map<String, String> environment = new HashMap<>();
    environment.put("CALLBOARD_SERVER_PORT", "" + port);
    environment.put("CALLBOARD_DATABASE_URL", "jdbc:sqlite:" + folder.resolve("bench.db"));
    environment.put("CALLBOARD_PLANS", folder.resolve("plans").toString());
    environment.put("CALLBOARD_PLATFORMS_SLACK_SIGNING_SECRET", Signed.SECRET);
    environment.put("CALLBOARD_PLATFORMS_SLACK_BOT_TOKEN", "xoxb-1");
    environment.put("CALLBOARD_PLATFORMS_SLACK_API_URL", slack.url());
    return Child.start(
        Child.java("dev.callboard.Main", "serve"), environment, port, "/health/ready");
  }

  private Child boltForJavaScript() throws IOException, InterruptedException {
    Path script = Path.of("src/test/resources/bench/bolt.js");
    Files.copy(script, folder.resolve("bolt.js"), StandardCopyOption.REPLACE_EXISTING);
    if (!Files.exists(folder.resolve("node_modules/@slack/bolt"))) {
      Process npm =
          new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "@slack/bolt@4")
              .directory(folder.toFile())
              .inheritIO()
              .start();
      if (!npm.waitFor(180, TimeUnit.SECONDS) || npm.exitValue() != 0) {
        throw new IOException("npm could not install @slack/bolt");
      }
    }
    int port = Child.freePort();
    return Child.start(
        List.of("node", folder.resolve("bolt.js").toString()),
        Map.of("PORT", "" + port, "SECRET", Signed.SECRET),
        port,
        "/");
  }

  /** Every acknowledged command must be there. */
  private void checkLog(long expected) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bench.db"));
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from event where body like '%\"type\":\"Posted\"%'")) {
      row.next();
      if (row.getLong(1) != expected) {
        throw new IllegalStateException(
            "log: " + row.getLong(1) + " posts (expected: " + expected + " acknowledged)");
      }
    }
  }

  private void startUp(Path program) throws IOException {
    double[] millis = new double[5];
    double memory = 0;
    for (int i = 0; i < millis.length; i++) {
      int port = Child.freePort();
      Map<String, String> environment =
          Map.of(
              "CALLBOARD_SERVER_PORT", "" + port,
              "CALLBOARD_DATABASE_URL", "jdbc:sqlite:" + folder.resolve("start.db"));
      try (Child server =
          Child.start(List.of(program.toString(), "serve"), environment, port, "/health/ready")) {
        millis[i] = server.readyMillis();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        memory = server.residentMegabytes();
      }
    }
    Arrays.sort(millis);
    say("bin/callboard serve, start to ready", "%.0f ms", millis[2], "goal <= 800 ms");
    say("  resident memory, idle", "%.0f MB", memory, "goal <= 160 MB");
  }

  private static void say(String what, String format, double value, String goal) {
    System.out.printf("%-42s %12s   %s%n", what, format.formatted(value), goal);
  }
}
