package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.callboard.config.Settings;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.testing.Await;
import dev.callboard.testing.BlockKitLimits;
import dev.callboard.testing.Databases;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.SlackRequests;
import dev.callboard.testing.SlackRequests.Spot;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A class run from Slack: signed requests over HTTP in, posts on {@link FakeSlack} out. */
@Timeout(120)
class SlackServerTest {

  private static final String BACKSTAGE = "C06";
  private static final String PLAN =
      """
      title: Spring School
      zone: Europe/London
      start: "14:00"
      slot: 60
      languages: [en]
      workbook: {title: Workbook, url: "https://example.com/workbook.pdf", pages: 28}
      people:
        - {key: fay, name: Fay Osei, role: producer, email: fay@example.com}
        - {key: lee, name: Lee Wong, role: learner, email: lee@example.com}
      rooms:
        slack: {class: C05, backstage: C06}
      segments:
        - {title: Welcome, minutes: 20}
        - {title: Practice, minutes: 40, pages: [{number: 12, title: The three rooms}]}
      """;

  private final FakeSlack slack = FakeSlack.start(InstantSource.system());
  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir private Path folder;
  private Server server;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("spring.yaml"), PLAN);
    begin();
  }

  private void begin() throws IOException {
    Settings settings =
        new Settings(
            new Settings.Listen("127.0.0.1", 0),
            Optional.empty(),
            Databases.in(folder),
            folder,
            Path.of("config/messages"),
            false,
            Optional.empty(),
            Optional.of(slack.settings()),
            Optional.empty(),
            Optional.empty());
    server = new Server(settings, InstantSource.system());
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
    slack.close();
  }

  private HttpResponse<String> send(WebhookRequest request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/slack/events"))
            .POST(BodyPublishers.ofByteArray(request.body()));
    request.headers().forEach((name, values) -> builder.header(name, values.getFirst()));
    try {
      return http.send(builder.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Fay types a command backstage; the answer that she alone sees. */
  private JsonObject types(String command, String text) {
    String trigger = command + " " + text;
    HttpResponse<String> response =
        send(
            slack
                .requests()
                .slash(
                    Map.of(
                        "command", command,
                        "text", text,
                        "trigger_id", trigger,
                        "channel_id", BACKSTAGE)));
    assertThat(response.statusCode()).isEqualTo(200);
    JsonObject answer = JsonParser.parseString(response.body()).getAsJsonObject();
    assertThat(BlockKitLimits.message(answer)).isEmpty();
    assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
    return answer;
  }

  private static String value(JsonObject answer, String label) {
    for (JsonElement block : answer.getAsJsonArray("blocks")) {
      if (block.getAsJsonObject().get("type").getAsString().equals("actions")) {
        for (JsonElement each : block.getAsJsonObject().getAsJsonArray("elements")) {
          JsonObject button = each.getAsJsonObject();
          if (button.getAsJsonObject("text").get("text").getAsString().equals(label)) {
            return button.get("value").getAsString();
          }
        }
      }
    }
    throw new AssertionError("no button " + label + " in " + answer);
  }

  @Test
  void class_runsFromSlashCommandToPostAndUndo() {
    types("/class", "open spring");
    types("/start", "");
    Await.until("the card backstage", () -> slack.shows(BACKSTAGE).size() == 1);

    JsonObject answer = types("/page", "12");

    Await.until("the page in the class room", () -> !slack.shows("C05").isEmpty());
    List<String> shown = slack.shows("C05");
    assertThat(shown).singleElement().asString().contains("12").contains("The three rooms");
    assertThat(BlockKitLimits.message(shown.getFirst())).isEmpty();

    String undo = value(answer, "Undo");
    assertThat(send(slack.requests().button("9.9.undo", undo, Spot.EPHEMERAL, "1.1")).statusCode())
        .isEqualTo(200);
    Await.until("the page gone", () -> slack.shows("C05").isEmpty());
    Await.until("the answer", () -> !slack.calls("response_url").isEmpty());
    assertThat(slack.calls("response_url").getFirst().field("json")).contains("Taken back");
  }

  /** The event comes twice, as it does when Slack did not hear in time. */
  @Test
  void mentionToldTwice_isAnsweredOnceInTheDirectChat() {
    types("/class", "open spring");

    assertThat(send(slack.requests().mention("Ev1", "<@U0BOT> status")).statusCode())
        .isEqualTo(200);
    send(slack.requests().mention("Ev1", "<@U0BOT> status"));

    send(slack.requests().mention("Ev2", "<@U0BOT> help"));

    Await.until("both answers", () -> slack.shows("D07").size() >= 2);
    assertThat(slack.shows("D07")).hasSize(2).first().asString().contains("Spring School");
    assertThat(slack.shows("C05")).isEmpty();
  }

  @Test
  void learner_cannotCommand() {
    types("/class", "open spring");
    slack.person("U08", "Lee", "lee@example.com", "T01");

    HttpResponse<String> response =
        send(
            slack
                .requests()
                .slash(Map.of("user_id", "U08", "text", "end", "trigger_id", "1.1.lee")));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("ephemeral").contains("Fay Osei");
    assertThat(types("/class", "status").toString())
        .contains("Spring School")
        .doesNotContain("Ended");
    assertThat(slack.shows("C05")).isEmpty();
  }

  /** Slack says nothing of the huddle that was left; the class knows. */
  @Test
  void leaveAfterARestart_isOfTheHuddleTheyWereIn() throws IOException {
    types("/class", "open spring");
    types("/start", "");
    hears("huddle_thread.json", "Ev1", 120);
    hears("user_huddle_changed_join.json", "Ev2", 110);
    assertThat(types("/class", "missing").toString()).contains("Everybody is here");

    server.close();
    begin();
    hears("user_huddle_changed_leave.json", "Ev3", 10);

    assertThat(types("/class", " missing").toString()).contains("Away: 1", "Lee Wong");
  }

  /** Told as if it happened so many seconds ago. */
  private void hears(String fixture, String id, int ago) {
    JsonObject envelope = SlackRequests.json(fixture);
    envelope.addProperty("event_id", id);
    long at = InstantSource.system().instant().getEpochSecond() - ago;
    envelope.getAsJsonObject("event").addProperty("event_ts", at + ".000100");
    assertThat(send(slack.requests().event(envelope)).statusCode()).isEqualTo(200);
  }

  @Test
  void homeTab_listsMyClasses() {
    types("/class", "open spring");

    send(slack.requests().event("app_home_opened.json"));

    Await.until("the Home tab", () -> slack.home("U07").isPresent());
    JsonObject home = slack.home("U07").orElseThrow();
    assertThat(BlockKitLimits.view(home)).isEmpty();
    assertThat(home.toString()).contains("Spring School");
  }
}
