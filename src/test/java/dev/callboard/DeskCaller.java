package dev.callboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Scanner;
import java.util.UUID;

/** Somebody at the desk by its HTTP interface, without a browser. */
final class DeskCaller {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private String cookie = "";

  /**
   * Nobody yet.
   *
   * @param url of the server, ending in a slash
   */
  DeskCaller(String url) {
    this.url = url;
  }

  /** Somebody who came in by a link that they asked for in the lobby. */
  static DeskCaller signedIn(String url, LobbyCaller caller) throws Exception {
    DeskCaller desk = new DeskCaller(url);
    Answer in = desk.enters(token(caller.typesForLink("desk")));
    if (in.status() != 200) {
      throw new IllegalStateException(in.status() + " " + in.raw() + " (expected: 200)");
    }
    return desk;
  }

  /** What was answered. */
  record Answer(int status, JsonNode body, String raw, HttpResponse<String> response) {
    String problem() {
      return body.path("problem").asText();
    }
  }

  /** The token of a link. */
  static String token(URI link) {
    return link.getFragment().substring("in=".length()).replaceAll("&.*", "");
  }

  /** Shows a link's token, and keeps the cookie that it gives. */
  Answer enters(String token) throws IOException, InterruptedException {
    return kept(posts("desk/-/in", JSON.createObjectNode().put("token", token).toString()));
  }

  /** Asks whom a link would let in, as the page with the button does. */
  Answer asksWhom(String session, String token) throws IOException, InterruptedException {
    return posts(
        "desk/" + session + "/whom", JSON.createObjectNode().put("token", token).toString());
  }

  /** Sends what the page of a tab sends, and keeps the cookie that it gives. */
  Answer entersByTab(String body) throws IOException, InterruptedException {
    return kept(
        sent(
            own("desk/-/tab")
                .header("x-callboard", "tab")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
  }

  private Answer kept(Answer answer) {
    answer
        .response()
        .headers()
        .firstValue("set-cookie")
        .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
    return answer;
  }

  DeskCaller showing(String other) {
    DeskCaller caller = new DeskCaller(url);
    caller.cookie = other;
    return caller;
  }

  /** The same browser at another server, which it shows the same cookie. */
  DeskCaller at(String other) {
    DeskCaller caller = new DeskCaller(other);
    caller.cookie = cookie;
    return caller;
  }

  Answer gets(String path) throws IOException, InterruptedException {
    return sent(request(path).build());
  }

  /** Types something at the desk of a class. */
  Answer types(String session, String line) throws IOException, InterruptedException {
    return types(session, UUID.randomUUID().toString(), line);
  }

  Answer types(String session, String id, String line) throws IOException, InterruptedException {
    ObjectNode act = JSON.createObjectNode().put("id", id).put("kind", "type").put("line", line);
    return posts("desk/" + session + "/do", act.toString());
  }

  Answer posts(String path, String body) throws IOException, InterruptedException {
    return sent(own(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  private HttpRequest.Builder own(String path) {
    return request(path)
        .header("content-type", "application/json")
        .header("origin", url.substring(0, url.length() - 1));
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    return cookie.isEmpty() ? request : request.header("cookie", cookie);
  }

  Answer sent(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    JsonNode body = JSON.missingNode();
    if (response.headers().firstValue("content-type").orElse("").startsWith("application/json")) {
      body = JSON.readTree(response.body());
    }
    return new Answer(response.statusCode(), body, response.body(), response);
  }

  /** Listens at a stream. */
  Listener listens(String path) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        http.send(request(path).build(), BodyHandlers.ofInputStream());
    return new Listener(response.statusCode(), response.body());
  }

  /** An open stream, read by one thread. */
  record Listener(int status, InputStream in, Scanner lines) implements AutoCloseable {

    Listener(int status, InputStream in) {
      this(status, in, new Scanner(in, StandardCharsets.UTF_8));
    }

    /** The next thing told; empty when the stream ended. */
    Optional<JsonNode> next() throws IOException {
      while (lines.hasNextLine()) {
        String line = lines.nextLine();
        if (line.startsWith("data: ")) {
          return Optional.of(JSON.readTree(line.substring("data: ".length())));
        }
      }
      return Optional.empty();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
