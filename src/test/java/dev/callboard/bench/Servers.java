package dev.callboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The servers that are compared, each in a process of its own as in production. */
final class Servers {

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

  /**
   * @param folder for databases, plans and what npm installs
   */
  Servers(Path folder) {
    this.folder = folder;
  }

  Child bare() throws IOException {
    int port = Child.freePort();
    return Child.start(
        Child.java(BareEndpoint.class.getName(), "" + port), Map.of(), port, "/health/ready");
  }

  /** Makes its tables, as all of its kind do when they start the first time. */
  Child bareStart(String database) throws IOException {
    forget(database);
    int port = Child.freePort();
    return Child.start(
        Child.java(BareStart.class.getName(), "" + port, database(database).toString()),
        Map.of(),
        port,
        "/health/ready");
  }

  Child callboard(SlackStub slack) throws IOException {
    forget("bench.db");
    plan("bench", PLAN);
    return callboard(slack, "bench.db");
  }

  /** Callboard on a database as it stands, with the plans there are. */
  Child callboard(SlackStub slack, String database) throws IOException {
    return callboard(slack, database, Map.of());
  }

  /** The same that hears of the meetings of one Zoom account too. */
  Child callboardOnZoom(SlackStub slack, String database) throws IOException {
    return callboard(
        slack,
        database,
        Map.of(
            "CALLBOARD_PLATFORMS_ZOOM_SECRET_TOKEN", Signed.SECRET,
            "CALLBOARD_PLATFORMS_ZOOM_ACCOUNT_ID", ZoomVisits.ACCOUNT));
  }

  /** The same whose pages can be reached, so that the chat gives links to them. */
  Child callboardWithPages(SlackStub slack, String database) throws IOException {
    return callboard(slack, database, Map.of("CALLBOARD_SERVER_PUBLIC_URL", "http://127.0.0.1"));
  }

  private Child callboard(SlackStub slack, String database, Map<String, String> more)
      throws IOException {
    int port = Child.freePort();
    Map<String, String> environment = new HashMap<>(settings(port, database));
    environment.putAll(more);
    environment.put("CALLBOARD_PLANS", folder.resolve("plans").toString());
    environment.put("CALLBOARD_PLATFORMS_SLACK_SIGNING_SECRET", Signed.SECRET);
    environment.put("CALLBOARD_PLATFORMS_SLACK_BOT_TOKEN", "xoxb-1");
    environment.put("CALLBOARD_PLATFORMS_SLACK_API_URL", slack.url());
    return Child.start(
        Child.java("dev.callboard.Main", "serve"), environment, port, "/health/ready");
  }

  /** The packaged program, nothing set up, on a database as it stands. */
  Child packaged(Path program, String database) throws IOException {
    int port = Child.freePort();
    return Child.start(
        List.of(program.toString(), "serve"), settings(port, database), port, "/health/ready");
  }

  Child boltForJavaScript() throws IOException, InterruptedException {
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
        Map.of("PORT", "" + port, "SECRET", Signed.SECRET, "NODE_ENV", "production"),
        port,
        "/");
  }

  void plan(String key, String yaml) throws IOException {
    Files.createDirectories(folder.resolve("plans"));
    Files.writeString(folder.resolve("plans/" + key + ".yaml"), yaml);
  }

  /** What holds for the classes of a client. */
  void client(String key, String yaml) throws IOException {
    Files.createDirectories(folder.resolve("clients"));
    Files.writeString(folder.resolve("clients/" + key + ".yaml"), yaml);
  }

  Path folder() {
    return folder;
  }

  Path database() {
    return database("bench.db");
  }

  Path database(String name) {
    return folder.resolve(name);
  }

  /** The next server on this database begins with an empty one. */
  void forget(String database) throws IOException {
    for (String part : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(folder.resolve(database + part));
    }
  }

  private Map<String, String> settings(int port, String database) {
    return Map.of(
        "CALLBOARD_SERVER_PORT", "" + port,
        "CALLBOARD_DATABASE_URL", "jdbc:sqlite:" + folder.resolve(database));
  }
}
