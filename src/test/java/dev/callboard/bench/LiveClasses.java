package dev.callboard.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Thousands of classes given at once, each in a workspace of its own, by slash commands. */
final class LiveClasses {

  /** Of both generations of the parallel collector. */
  private static final Pattern USED =
      Pattern.compile("(?:PSYoungGen|ParOldGen) +total \\d+K, used (\\d+)K");

  private static final String PLAN =
      """
      title: Facilitating hybrid meetings
      zone: Europe/London
      start: "2040-01-02T14:00"
      slot: 300
      workbook: {title: Workbook, url: "https://example.com/workbook.pdf", pages: 28}
      people:
        - {key: pat, name: Pat Lee, role: producer, accounts: {slack: U07}}
        - {key: fay, name: Fay Osei, role: facilitator, accounts: {slack: U08}}
        - {key: dee, name: Dee Bond, role: designer, accounts: {slack: U09}}
      welcome: {en: "Welcome! Chat works best in the panel. Your workbook is in the files."}
      resources:
        - {key: handout, title: The handout, url: "https://example.com/handout"}
        - {key: slides, title: The slides, url: "https://example.com/slides"}
      segments:
        - {title: Welcome, minutes: 120, prompts: [5, 2], lead: fay}
      """;

  private final int count;
  private final Load load;

  /**
   * Takes up classes.
   *
   * @param port of the server they are on
   */
  LiveClasses(int count, int port) {
    this.count = count;
    this.load = new Load(port);
  }

  /** A plan as people write them: a dozen segments, a workbook, people and resources. */
  static String plan() {
    StringBuilder plan = new StringBuilder(PLAN);
    for (int i = 2; i <= 12; i++) {
      plan.append("  - {title: Part ").append(i).append(", minutes: 10, min-minutes: 5, pages: [");
      plan.append(i).append("], activity: {kind: poll, asset: Poll ").append(i).append("}}\n");
    }
    return plan.toString();
  }

  /** Opens and starts all; returns classes a second. */
  double begin() throws Exception {
    long start = System.nanoTime();
    load.flood(typed(count, i -> "open live #CROOM" + i), "Opened ");
    load.flood(typed(count, _ -> "start"), "Started");
    return count * 1e9 / (System.nanoTime() - start);
  }

  /** Asks each where it stands, so that each is in memory. */
  void touch() throws Exception {
    load.flood(typed(count, _ -> "notes"), "");
  }

  /** Asks as many classes for a prompt as fast as that goes; the cue is named after the class. */
  void prompts(int many, String when, String name) throws Exception {
    load.flood(typed(many, i -> prompt(when, name + i)), "alone is told");
  }

  /** The same at a steady rate. */
  void steadyPrompts(int many, int perSecond, String when, String name) throws Exception {
    load.steady(typed(many, i -> prompt(when, name + i)), perSecond, "alone is told");
  }

  private static String prompt(String when, String cue) {
    return "prompt to fay " + when + " cue-" + cue + "-end";
  }

  private static List<byte[]> typed(int many, IntFunction<String> line) {
    List<byte[]> requests = new ArrayList<>(many);
    for (int i = 0; i < many; i++) {
      requests.add(Signed.command("T" + i, "CBACK" + i, line.apply(i)));
    }
    return requests;
  }

  /** When each cue was to be said, from the log. */
  static Map<String, Instant> dues(Path database) throws SQLException {
    Map<String, Instant> dues = new HashMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select body from event where body like '%\"type\":\"Asked\"%'")) {
      while (row.next()) {
        JsonObject asked = JsonParser.parseString(row.getString(1)).getAsJsonObject();
        String cue = asked.get("text").getAsString().replaceAll("cue-(\\w+)-end", "$1");
        dues.put(cue, Instant.parse(asked.get("at").getAsString()));
      }
    }
    return dues;
  }

  /** What the heap of a server holds once all garbage is gone. */
  static double liveMegabytes(Child server) throws IOException, InterruptedException {
    jcmd(server, "GC.run");
    jcmd(server, "GC.run");
    Matcher used = USED.matcher(jcmd(server, "GC.heap_info"));
    double kilobytes = used.results().mapToLong(one -> Long.parseLong(one.group(1))).sum();
    if (kilobytes == 0) {
      throw new IOException("GC.heap_info said nothing of the collector's generations");
    }
    return kilobytes / 1024;
  }

  private static String jcmd(Child server, String command)
      throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(server.pid()), command)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
