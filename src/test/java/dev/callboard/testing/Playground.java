package dev.callboard.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft's own client for bots, the Microsoft 365 Agents Playground, without a browser: it
 * speaks to the bot as Teams does, as Fay Osei, and keeps what the bot sends. It is installed by
 * npm, works without any account, sends no tokens, and shows messages for one person to everybody.
 */
public final class Playground implements AutoCloseable {

  public static final String PERSONAL = "a:personal-fay";
  public static final String GROUP = "19:meeting_HYBRID@thread.v2";
  public static final String CHANNEL = "19:backstage@thread.tacv2";

  private static final String PACKAGE = "@microsoft/m365agentsplayground";
  private static final String VERSION = "0.2.28";
  private static final String BOT = "28:" + FakeTeams.APP_ID;
  private static final String LISTENING = "Listening on ";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Process process;
  private final Path log;
  private final int port;

  /** Not offering HTTP/2, for the Playground takes every upgrade for a WebSocket's. */
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final WebSocket socket;
  private final List<JsonNode> sent = new CopyOnWriteArrayList<>();

  private Playground(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
    Await.until("the Playground at port " + port, this::answers);
    this.socket =
        http.newWebSocketBuilder()
            .buildAsync(
                URI.create("ws://localhost:" + port + "/_ws_conversation/v1/conversations/stream"),
                new Listener())
            .join();
  }

  /** Starts it in a folder, for a bot at an address; leaves the test out where there is no npm. */
  public static Playground start(Path folder, URI bot) throws IOException {
    String what = "A class in the Microsoft 365 Agents Playground";
    Path npm = Npm.install(what, PACKAGE + "@" + VERSION);
    Path node = Needs.program(what, "It needs Node: install it together with npm.", "node");
    Files.writeString(folder.resolve(".m365agentsplayground.yml"), config());
    ProcessBuilder builder =
        new ProcessBuilder(
                node.toString(),
                npm.resolve("node_modules/" + PACKAGE + "/cli.js").toString(),
                "start",
                "--dt",
                "-c",
                "msteams",
                "-e",
                bot.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    Path log = npm.resolve("playground.log");
    builder.environment().put("TEAMSAPPTESTER_BROWSER", "none");
    builder.environment().put("M365_AGENTS_PLAYGROUND_LOGFILE", log.toString());
    Process process = builder.start();
    try {
      return new Playground(process, log, port(process));
    } catch (IOException | RuntimeException failed) {
      process.destroyForcibly();
      throw failed;
    }
  }

  /** Fay writes in a conversation. */
  public void say(String conversation, String text) {
    message(conversation, JSON.createObjectNode().put("text", text));
  }

  /** Fay writes in a conversation after a mention of the bot. */
  public void mention(String conversation, String text) {
    ObjectNode message = JSON.createObjectNode().put("text", "<at>Callboard</at> " + text);
    ObjectNode mention = message.putArray("mentions").addObject();
    mention.put("text", "<at>Callboard</at>").putObject("mentioned").put("id", BOT);
    message(conversation, message);
  }

  /**
   * Fay presses a button of a card.
   *
   * @return what the bot answered
   */
  public JsonNode press(JsonNode message, String title) {
    JsonNode action = button(message, title);
    String conversation = message.path("actionConversationId").asText();
    ObjectNode body = JSON.createObjectNode().put("name", "adaptiveCard/action");
    ObjectNode value = body.putObject("value").put("trigger", "manual");
    value.set("action", action);
    body.putObject("from").put("id", FakeTeams.FAY);
    body.putObject("conversation").put("id", conversation);
    body.put("replyToId", message.path("message").path("messageId").asText());
    return post("/_conversation/v1/invoke", body);
  }

  /** Everything the bot sent to a conversation, as it was sent: posts and edits. */
  public List<JsonNode> sentTo(String conversation) {
    return sent.stream()
        .filter(event -> event.path("actionConversationId").asText().equals(conversation))
        .toList();
  }

  /** Waits for a message of the bot that holds all the words; tells the newest. */
  public JsonNode await(String conversation, String... words) {
    Predicate<JsonNode> holds =
        event -> List.of(words).stream().allMatch(event.toString()::contains);
    Await.until(
        String.join(", ", words) + " in " + conversation + " among " + sentTo(conversation),
        () -> sentTo(conversation).stream().anyMatch(holds));
    return sentTo(conversation).stream().filter(holds).toList().getLast();
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    http.close();
  }

  private static JsonNode button(JsonNode message, String title) {
    for (JsonNode actions : message.findValues("actions")) {
      for (JsonNode action : actions) {
        if (action.path("title").asText().equals(title)) {
          return action;
        }
      }
    }
    throw new AssertionError("button: " + title + " (expected: one in " + message + ")");
  }

  private void message(String conversation, ObjectNode message) {
    message.put("textFormat", "plain").putObject("from").put("id", FakeTeams.FAY);
    post("/_conversation/v1/conversations/" + conversation + "/messages", message);
  }

  private JsonNode post(String path, ObjectNode body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(path, failed);
    }
  }

  /** It says that it listens a moment before it does. */
  private boolean answers() {
    if (!process.isAlive()) {
      throw new AssertionError("the Playground ended by itself; see its log in " + log);
    }
    URI ping = URI.create("http://localhost:" + port + "/_debug/ping");
    try {
      return http.send(HttpRequest.newBuilder(ping).build(), BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** It says where it listens; its other output is read on, so that it is never held up. */
  private static int port(Process process) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (@Nullable String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.contains(LISTENING)) {
        Thread.ofVirtual().start(() -> drain(output));
        String port = line.substring(line.indexOf(LISTENING) + LISTENING.length());
        return Integer.parseInt(port.strip());
      }
    }
    throw new IOException("the Playground did not start:\n" + said);
  }

  private static void drain(BufferedReader output) {
    try (output) {
      while (output.readLine() != null) {
        // of no interest
      }
    } catch (IOException | UncheckedIOException ended) {
      // as it does when the process is stopped
    }
  }

  /** Five people besides the one who types are wanted, neither more nor fewer. */
  private static String config() {
    StringBuilder people = new StringBuilder();
    for (String name : List.of("Lea", "Mia", "Noa", "Omar", "Pia")) {
      people.append("  - ").append(person(name, people.length())).append('\n');
    }
    return """
    version: "0.1.1"
    tenantId: %s
    bot: {id: "%s", name: Callboard}
    currentUser: %s
    users:
    %s
    personalChat: {id: "%s"}
    groupChat: {id: "%s", name: Hybrid meetings}
    team: {id: "19:team@thread.tacv2", name: Training, aadGroupId: 00000000-0000-0000-0000-0000000000b1, channels: [{id: "%s", name: Backstage}]}
    """
        .formatted(FakeTeams.TENANT, BOT, person("Fay", 9), people, PERSONAL, GROUP, CHANNEL);
  }

  private static String person(String name, int number) {
    String key = name.toLowerCase(Locale.ROOT);
    return ("{id: \"29:%s\", name: %s, userPrincipleName: %s@example.com, aadObjectId:"
            + " 00000000-0000-0000-0000-%012d, givenName: %s, surname: Example, email:"
            + " %s@example.com}")
        .formatted(key, name, key, number, name, key);
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          sent.add(JSON.readTree(text.toString()));
        } catch (IOException notJson) {
          throw new UncheckedIOException(notJson);
        } finally {
          text.setLength(0);
        }
      }
      from.request(1);
      return null;
    }
  }
}
