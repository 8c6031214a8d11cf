package dev.callboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One person of a plan in the lobby, by its HTTP interface, without a browser. */
final class LobbyCaller {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String plan;
  private final String person;
  private final String token;
  private long newest;

  LobbyCaller(String url, String plan, String person) throws IOException, InterruptedException {
    this.url = url;
    this.plan = plan;
    this.person = person;
    this.token = get("lobby/session?plan=" + plan + "&person=" + person).path("token").textValue();
  }

  /**
   * Something this person got to see.
   *
   * @param place {@code class}, {@code backstage} or {@code @PERSON}
   * @param at when, by the server's clock
   * @param text all of it but its buttons
   */
  record Heard(String place, String change, String at, String text) {}

  /** Types a command backstage; what the answer says, buttons as {@code [label]}. */
  String types(String line) throws IOException, InterruptedException {
    String id = UUID.randomUUID().toString();
    return sends(sent(id, "command", line).put("place", plan + "/backstage"));
  }

  /** Types a command backstage; where the first button of its answer leads. */
  URI typesForLink(String line) throws IOException, InterruptedException {
    String id = UUID.randomUUID().toString();
    JsonNode answer = answer(sent(id, "command", line).put("place", plan + "/backstage"));
    return URI.create(answer.findValue("url").textValue());
  }

  /**
   * Does something about the meeting; what the answer says.
   *
   * @param id of the delivery, as the page makes one up
   * @param kind {@code join}, {@code leave} or {@code simulate}
   * @param line what to simulate, else empty
   */
  String meets(String id, String kind, String line) throws IOException, InterruptedException {
    return sends(sent(id, kind, line).put("place", plan + "/meeting"));
  }

  /** Whether the page says that this person is in the meeting. */
  boolean isInTheMeeting() throws IOException, InterruptedException {
    return get("lobby/session?plan=" + plan + "&person=" + person)
        .at("/now/meeting/in")
        .booleanValue();
  }

  private ObjectNode sent(String id, String kind, String line) {
    return JSON.createObjectNode()
        .put("id", id)
        .put("plan", plan)
        .put("person", person)
        .put("kind", kind)
        .put("line", line);
  }

  private String sends(ObjectNode sent) throws IOException, InterruptedException {
    JsonNode answer = answer(sent);
    return answer.has("problem") ? answer.path("problem").textValue() : text(answer, true);
  }

  private JsonNode answer(ObjectNode sent) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "lobby/events"))
            .header("content-type", "application/json")
            .header("x-callboard-token", token)
            .POST(HttpRequest.BodyPublishers.ofString(sent.toString()))
            .build();
    return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
  }

  /** What came since the last time. */
  List<Heard> news() throws IOException, InterruptedException {
    List<Heard> news = new ArrayList<>();
    for (JsonNode entry : get("lobby/news?token=" + token + "&after=" + newest)) {
      newest = Math.max(newest, entry.path("number").longValue());
      news.add(
          new Heard(
              entry.path("place").textValue().substring(plan.length() + 1),
              entry.path("change").textValue(),
              entry.path("at").textValue(),
              text(entry, false)));
    }
    return news;
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
    return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
  }

  /** All in one line. */
  private static String text(JsonNode message, boolean buttons) {
    return message
        .path("blocks")
        .valueStream()
        .flatMap(block -> lines(block, buttons))
        .filter(line -> !line.isBlank())
        .collect(Collectors.joining(" | "))
        .replace("\n", " / ");
  }

  private static Stream<String> lines(JsonNode block, boolean buttons) {
    return switch (block.path("type").textValue()) {
      case "heading" -> Stream.of(block.path("text").textValue());
      case "facts" ->
          block
              .path("facts")
              .valueStream()
              .map(fact -> fact.path("label").textValue() + ": " + spans(fact));
      case "actions" ->
          buttons
              ? block
                  .path("buttons")
                  .valueStream()
                  .map(button -> "[" + button.path("label").textValue() + "]")
              : Stream.empty();
      default -> Stream.of(spans(block));
    };
  }

  private static String spans(JsonNode block) {
    return block
        .path("spans")
        .valueStream()
        .map(span -> span.path("text").textValue())
        .collect(Collectors.joining());
  }
}
