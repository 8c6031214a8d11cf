package dev.callboard;

import dev.callboard.config.Settings;
import dev.callboard.config.SettingsException;
import dev.callboard.config.SettingsReader;
import dev.callboard.testing.Databases;
import dev.callboard.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The real server with the sample plans, a database of its own and a clock that can be set. */
final class LobbyServer implements AutoCloseable {

  private final SettableClock clock;
  private final Map<String, String> more;
  private Server server;
  private int port;

  LobbyServer(Path folder) throws IOException, SettingsException {
    this(folder, Map.of());
  }

  /** The same with other plans. */
  LobbyServer(Path folder, Path plans) throws IOException, SettingsException {
    this(folder, Map.of("CALLBOARD_PLANS", plans.toString()));
  }

  /**
   * A server with more settings.
   *
   * @param more of the environment
   */
  LobbyServer(Path folder, Map<String, String> more) throws IOException, SettingsException {
    this(Databases.in(folder), clockOfTheDay(), more);
  }

  /** A server whose database and clock others may share. */
  LobbyServer(String databaseUrl, SettableClock clock) throws IOException, SettingsException {
    this(databaseUrl, clock, Map.of());
  }

  LobbyServer(String databaseUrl, SettableClock clock, Map<String, String> more)
      throws IOException, SettingsException {
    this.clock = clock;
    this.more = new HashMap<>(more);
    this.more.put("CALLBOARD_DATABASE_URL", databaseUrl);
    this.more.put("CALLBOARD_LOBBY_ENABLED", "true");
    this.server = started();
    this.port = server.port();
  }

  /** Two minutes before the sample classes begin. */
  static SettableClock clockOfTheDay() {
    return SettableClock.at("2026-11-24T13:58:00Z");
  }

  private Server started() throws IOException, SettingsException {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("CALLBOARD_SERVER_PORT", String.valueOf(port));
    Settings settings = new SettingsReader(Path.of(".")).read(null, environment);
    Server made = new Server(settings, clock);
    made.start();
    return made;
  }

  /** Stops the server and starts another on the same port and database. */
  void restart() throws IOException, SettingsException {
    server.close();
    server = started();
  }

  String url() {
    return "http://localhost:" + port + "/";
  }

  SettableClock clock() {
    return clock;
  }

  @Override
  public void close() {
    server.close();
  }
}
