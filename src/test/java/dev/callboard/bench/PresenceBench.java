package dev.callboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What meetings may tell a second: one run, every figure beside its goal. An answer comes once the
 * fact is on disk and in the class's state in memory, so that the time to the answer is the time to
 * both. The generator shares the processors with the servers, and signs as it goes.
 */
public final class PresenceBench {

  private static final String DATABASE = "presence.db";

  /** How many minutes facts come steadily, and how many a second; system properties. */
  private static final String MINUTES = "presence.minutes";

  private static final String PER_SECOND = "presence.per-second";

  private static final int ROUNDS = 5;
  private static final int BARE = 60_000;

  /** After so many the compilers are done; before, they take as much processor as the joins. */
  private static final int WARM = 200_000;

  private static final int ROUND = 20_000;
  private static final int USUAL = 3_000;
  private static final int WARM_STEADY = 20_000;

  /** Any answer of the status 200 will do: Zoom is told nothing else. */
  private static final String NOTHING = "";

  private final Servers servers;
  private final int minutes = Integer.getInteger(MINUTES, 10);
  private final int perSecond = Integer.getInteger(PER_SECOND, USUAL);

  private PresenceBench(Servers servers) {
    this.servers = servers;
  }

  /** Runs it all; the first argument is the project's target folder. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]).toAbsolutePath().resolve("bench");
    PresenceBench bench = new PresenceBench(new Servers(Files.createDirectories(folder)));
    bench.joins();
    bench.steadily();
  }

  /** An empty log, and plans for as many classes. */
  private void prepare(int classes) throws IOException {
    servers.forget(DATABASE);
    for (int i = 0; i < classes; i++) {
      servers.plan("visits-" + i, ZoomVisits.plan(i));
    }
  }

  private static void open(int classes, Load load) throws Exception {
    List<List<byte[]>> commands = ZoomVisits.classes(classes);
    load.flood(commands.getFirst(), "Opened ");
    load.flood(commands.getLast(), "Started");
  }

  private void joins() throws Exception {
    prepare(ZoomVisits.AT_ONCE);
    try (SlackStub slack = new SlackStub();
        Child bareServer = servers.bare();
        Child callboardServer = servers.callboardOnZoom(slack, DATABASE)) {
      Entrant bare = new Entrant(bareServer, ROUNDS);
      Entrant callboard = new Entrant(callboardServer, ROUNDS);
      open(ZoomVisits.AT_ONCE, callboard.load());
      bare.load().flood(ZoomVisits.joins(0, WARM), NOTHING);
      callboard.load().flood(ZoomVisits.joins(0, WARM), NOTHING);
      int sent = WARM;
      for (int round = 0; round < ROUNDS; round++) {
        bare.run(round, ZoomVisits.joins(0, BARE), NOTHING);
        callboard.run(round, ZoomVisits.joins(sent, ROUND), NOTHING);
        sent += ROUND;
      }
      say("bare Helidon endpoint, same signature", bare.perSecond(), "%,.0f/s", each(bare));
      say("Zoom joins, durable and folded", callboard.perSecond(), "%,.0f/s", each(callboard));
      say("  as a ratio to the bare endpoint", callboard.ratioTo(bare), "%.2f", "goal >= 0.3");
      checkLog(sent);
    }
  }

  private static String each(Entrant entrant) {
    return "processor: %.0f us each".formatted(entrant.micros());
  }

  private void steadily() throws Exception {
    int count = minutes * 60 * perSecond;
    int classes = ZoomVisits.AT_ONCE * (1 + (count - 1) / (ZoomVisits.AT_ONCE * ZoomVisits.EACH));
    prepare(classes + ZoomVisits.AT_ONCE);
    try (SlackStub slack = new SlackStub();
        Child server = servers.callboardOnZoom(slack, DATABASE)) {
      Load load = new Load(server.port());
      open(classes + ZoomVisits.AT_ONCE, load);
      load.flood(ZoomVisits.visits(WARM_STEADY, classes), NOTHING);
      double before = server.processorMicros();
      long start = System.nanoTime();
      double[] millis = load.steady(ZoomVisits.visits(count, 0), perSecond, NOTHING);
      double seconds = (System.nanoTime() - start) / 1e9;
      say("joins and leaves, for so many minutes", minutes, "%.0f", "");
      say(
          "  taken a second, of %,d asked for".formatted(perSecond),
          count / seconds,
          "%,.0f/s",
          "goal: 3,000/s");
      say("  to the answer, p50", millis[count / 2], "%.1f ms", "");
      say("  to the answer, p99", millis[(int) (count * 0.99)], "%.1f ms", "goal <= 1000 ms");
      say("  the longest", millis[count - 1], "%.1f ms", "");
      say("  processor", (server.processorMicros() - before) / count, "%.0f us each", "");
      say("  resident memory after all that", server.residentMegabytes(), "%.0f MB", "");
      checkLog(count + WARM_STEADY);
    }
  }

  /** Every acknowledged fact must be there, and none twice. */
  private void checkLog(long expected) throws SQLException {
    String witnessed = " from event where body like '%\"type\":\"Witnessed\"%'";
    long all = number("select count(*)" + witnessed);
    long distinct = number("select count(distinct body)" + witnessed);
    if (all != expected || distinct != expected) {
      throw new IllegalStateException(
          "log: %d facts, %d of them different (expected: %d acknowledged)"
              .formatted(all, distinct, expected));
    }
    say(
        "  facts in the log, none lost, none twice",
        (double) all,
        "%,.0f",
        "goal: as many as sent");
  }

  private long number(String query) throws SQLException {
    String url = "jdbc:sqlite:" + servers.database(DATABASE);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void say(String what, double value, String format, String beside) {
    System.out.printf("%-42s %12s   %s%n", what, format.formatted(value), beside);
  }
}
