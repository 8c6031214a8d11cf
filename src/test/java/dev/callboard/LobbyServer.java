package dev.callboard;

import dev.callboard.config.Settings;
import dev.callboard.config.SettingsException;
import dev.callboard.config.SettingsReader;
import dev.callboard.testing.Databases;
import dev.callboard.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The real server with the sample plans, a database of its own and a clock that can be set. */
final class LobbyServer implements AutoCloseable {

  private final SettableClock clock = SettableClock.at("2026-11-24T13:58:00Z");
  private final Path folder;
  private final Path plans;
  private Server server;
  private int port;

  LobbyServer(Path folder) throws IOException, SettingsException {
    this(folder, Path.of("config/plans"));
  }

  /** The same with other plans. */
  LobbyServer(Path folder, Path plans) throws IOException, SettingsException {
    this.folder = folder;
    this.plans = plans;
    this.server = started();
    this.port = server.port();
  }

  private Server started() throws IOException, SettingsException {
    Settings settings =
        new SettingsReader(Path.of("."))
            .read(
                null,
                Map.of(
                    "CALLBOARD_SERVER_PORT",
                    String.valueOf(port),
                    "CALLBOARD_DATABASE_URL",
                    Databases.in(folder),
                    "CALLBOARD_PLANS",
                    plans.toString(),
                    "CALLBOARD_LOBBY_ENABLED",
                    "true"));
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
