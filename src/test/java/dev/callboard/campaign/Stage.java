package dev.callboard.campaign;

import dev.callboard.testing.Courier;
import dev.callboard.testing.FakeSlack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a campaign is played on: plans, a database and a fake Slack. Each life of a server has a
 * token of its own, so that every call that reaches Slack tells which life made it.
 */
final class Stage implements AutoCloseable {

  private final Path folder;
  private final String databaseUrl;
  private final FakeSlack slack = FakeSlack.start(InstantSource.system());
  private final Courier courier = new Courier();
  private int started;

  /**
   * Sets it up.
   *
   * @param folder for plans and logs
   */
  Stage(Path folder, String databaseUrl) {
    this.folder = folder;
    this.databaseUrl = databaseUrl;
  }

  /** The address of a SQLite database of its own. */
  static String fileIn(Path folder) {
    return "jdbc:sqlite:" + folder.resolve("callboard.db");
  }

  String databaseUrl() {
    return databaseUrl;
  }

  FakeSlack slack() {
    return slack;
  }

  Courier courier() {
    return courier;
  }

  Path plans() {
    return folder.resolve("plans");
  }

  void plan(String key, String yaml) {
    try {
      Files.writeString(Files.createDirectories(plans()).resolve(key + ".yaml"), yaml);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** Begins another life; returns before it is ready. */
  ServerProcess start() {
    started++;
    Map<String, String> settings = new HashMap<>();
    settings.put("CALLBOARD_DATABASE_URL", databaseUrl);
    settings.put("CALLBOARD_PLANS", plans().toString());
    settings.put("CALLBOARD_LOBBY_ENABLED", "false");
    settings.put(
        "CALLBOARD_PLATFORMS_SLACK_SIGNING_SECRET",
        Objects.requireNonNull(slack.settings().signingSecret()).value());
    settings.put("CALLBOARD_PLATFORMS_SLACK_BOT_TOKEN", "xoxb-life-" + started);
    settings.put("CALLBOARD_PLATFORMS_SLACK_API_URL", slack.apiUrl().toString());
    return ServerProcess.start(settings, folder.resolve("server.log"));
  }

  /** How many messages wait to be sent. */
  int depth(int port) {
    try {
      return courier
          .read(port, "/metrics")
          .lines()
          .filter(line -> line.startsWith("callboard_outbox_depth "))
          .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(' ') + 1).strip()))
          .findFirst()
          .orElseThrow();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    courier.close();
    slack.close();
  }
}
