package dev.callboard;

import dev.callboard.config.Settings;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.testing.Courier;
import dev.callboard.testing.Databases;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.FakeZoom;
import dev.callboard.testing.SettableClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The real server with Slack, Teams, Zoom and the lobby on, all of them fakes on loopback, and one
 * plan. Fay is its producer, Lea and Gus its learners. Its clock can be set.
 */
final class PlatformServer implements AutoCloseable {

  static final String SLACK_BACKSTAGE = "C06";

  private static final String PLAN =
      """
      title: Facilitating Hybrid Meetings
      zone: Europe/London
      start: "14:00"
      slot: 60
      languages: [en]
      workbook: {title: Workbook, url: "https://example.com/workbook.pdf", pages: 28}
      people:
        - {key: fay, name: Fay Osei, role: producer, email: fay@example.com}
        - {key: lea, name: Lea Learner, role: learner, email: lea@example.com}
        - {key: gus, name: Gus Guest, role: learner, email: gus@elsewhere.example}
      rooms:
        slack: {class: C05, backstage: C06}
        teams: {class: "19:meeting_HYBRID@thread.v2", backstage: "19:classes@thread.tacv2"}
        zoom: {class: "c0class42@conference.xmpp.zoom.us", backstage: "c0back42@conference.xmpp.zoom.us"}
      resources:
        - {key: handout, title: Handout, url: "https://example.com/handout.pdf"}
      segments:
        - {title: Welcome, key: welcome, minutes: 10}
        - {title: Rooms, key: rooms, minutes: 30, pages: [12]}
        - {title: Close, key: close, minutes: 20}
      """;

  private final SettableClock clock = SettableClock.at("2026-11-24T13:58:00Z");
  private final FakeSlack slack = FakeSlack.start(clock);
  private final FakeTeams teams = FakeTeams.start(clock);
  private final FakeZoom zoom = FakeZoom.start(clock);
  private final Courier courier = new Courier();
  private final String databaseUrl;
  private final Server server;

  PlatformServer(Path folder) throws IOException {
    this(folder, PLAN);
  }

  /** With a plan of one's own for the class of these rooms. */
  PlatformServer(Path folder, String plan) throws IOException {
    slack.person("U08", "Lea", "lea@example.com", FakeSlack.TEAM);
    Path plans = Files.createDirectories(folder.resolve("plans"));
    Files.writeString(plans.resolve("hybrid.yaml"), plan);
    databaseUrl = Databases.in(folder);
    server =
        new Server(
            new Settings(
                new Settings.Listen("127.0.0.1", 0),
                Optional.empty(),
                databaseUrl,
                plans,
                Path.of("config/messages"),
                true,
                Optional.empty(),
                Optional.of(slack.settings()),
                Optional.of(teams.settings()),
                Optional.of(zoom.settings())),
            clock);
    server.start();
  }

  SettableClock clock() {
    return clock;
  }

  FakeSlack slack() {
    return slack;
  }

  FakeTeams teams() {
    return teams;
  }

  FakeZoom zoom() {
    return zoom;
  }

  int port() {
    return server.port();
  }

  /** Carries a request to the server and brings the answer back. */
  HttpResponse<String> hears(WebhookRequest request) throws IOException, InterruptedException {
    return courier.carry(server.port(), request);
  }

  String reads(String path) throws IOException, InterruptedException {
    return courier.read(server.port(), path);
  }

  /** How much is written: events, deliveries, messages to be sent, words in the lobby. */
  int written() {
    return Stream.of("event", "delivery", "outbox", "lobby_post").mapToInt(this::rows).sum();
  }

  /**
   * Whether nothing waits to be sent and no alarm is due. A moment goes by: alarms are looked for
   * by this clock, too, and so one that is due would otherwise ring at any time or never.
   */
  boolean isAtRest() {
    long now = clock.instant().toEpochMilli();
    clock.advance(Duration.ofMillis(100));
    try {
      return reads("/metrics").contains("callboard_outbox_depth 0")
          && rows("scheduled_tasks where execution_time <= " + now) == 0;
    } catch (IOException | InterruptedException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private int rows(String table) {
    try (Connection connection = DriverManager.getConnection(databaseUrl);
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from " + table)) {
      return count.getInt(1);
    } catch (SQLException exception) {
      throw new IllegalStateException(exception);
    }
  }

  @Override
  public void close() {
    server.close();
    courier.close();
    slack.close();
    teams.close();
    zoom.close();
  }
}
