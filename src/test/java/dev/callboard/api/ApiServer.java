package dev.callboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callboard.Server;
import dev.callboard.config.Settings;
import dev.callboard.testing.Databases;
import dev.callboard.testing.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The real server with two clients: acme, which has the plans {@code hybrid} and {@code broken},
 * and rival, which has {@code theirs}. In all of them Priya is a producer.
 */
final class ApiServer implements AutoCloseable {

  static final JsonMapper JSON = new JsonMapper();

  private final SettableClock clock = SettableClock.at("2026-11-24T13:58:00Z");
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final Server server;
  private final List<String> lines = new ArrayList<>();
  private final List<String> hooks = new ArrayList<>();

  ApiServer(Path folder) throws IOException {
    this.folder = folder;
    String sample = Files.readString(Path.of("config/plans/hybrid-meetings.yaml"));
    Files.createDirectories(plans());
    plan("hybrid", sample + "\nclient: acme\n");
    plan("broken", sample.replace("minutes: 5", "minutes: banana") + "\nclient: acme\n");
    plan("theirs", sample + "\nclient: rival\n");
    server =
        new Server(
            new Settings(
                new Settings.Listen("127.0.0.1", 0),
                Optional.empty(),
                Databases.in(folder),
                plans(),
                Path.of("config/messages"),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            clock);
    server.start();
  }

  /** A request on its way: what it carries besides its token. */
  @SuppressWarnings("ArrayRecordComponent") // nothing compares calls
  record Call(String method, String path, String token, byte[] body, List<String> headers) {

    Call with(String name, String value) {
      List<String> more = new ArrayList<>(headers);
      more.add(name);
      more.add(value);
      return new Call(method, path, token, body, more);
    }
  }

  Path plans() {
    return folder.resolve("plans");
  }

  void plan(String key, String yaml) throws IOException {
    Files.writeString(plans().resolve(key + ".yaml"), yaml);
  }

  SettableClock clock() {
    return clock;
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /** A new token in a client's file. */
  String token(String client, String may) throws IOException {
    String token = Tokens.fresh(client);
    String name = "program " + (lines.size() + 1);
    lines.add(
        client
            + "|  - {name: \"%s\", sha256: \"%s\", may: [%s]}"
                .formatted(name, Tokens.hash(token), may));
    write(client);
    return token;
  }

  /** Tells an address of all classes of a client. */
  void hook(String client, String url, String events) throws IOException {
    hooks.add(
        client
            + "|  - {url: \"%s\", secret-env: PATH, allow-private: true, events: [%s]}"
                .formatted(url, events));
    write(client);
  }

  /** Takes all tokens of a client out of its file. */
  void revoke(String client) throws IOException {
    lines.removeIf(line -> line.startsWith(client + "|"));
    write(client);
  }

  /** Has a client's file say what cannot be read, until it is written again. */
  void breaks(String client) throws IOException {
    Files.writeString(folder.resolve("clients").resolve(client + ".yaml"), "webhooks: [");
  }

  /** Writes a client's file as tokens and hooks have it. */
  void write(String client) throws IOException {
    StringBuilder yaml = new StringBuilder("title: A client\ntokens:\n");
    for (String line : lines) {
      if (line.startsWith(client + "|")) {
        yaml.append(line.substring(client.length() + 1)).append('\n');
      }
    }
    if (yaml.toString().endsWith("tokens:\n")) {
      yaml.append("  []\n");
    }
    if (!hooks.isEmpty()) {
      yaml.append("webhooks:\n");
      hooks.stream()
          .filter(line -> line.startsWith(client + "|"))
          .forEach(line -> yaml.append(line.substring(client.length() + 1)).append('\n'));
    }
    Path file = Files.createDirectories(folder.resolve("clients")).resolve(client + ".yaml");
    Files.writeString(file, yaml);
  }

  Call get(String path, String token) {
    return new Call("GET", path, token, new byte[0], List.of());
  }

  /** A post of JSON under a key of its own. */
  Call post(String path, String token, String json) {
    return new Call("POST", path, token, json.getBytes(StandardCharsets.UTF_8), List.of())
        .with("content-type", "application/json")
        .with("idempotency-key", UUID.randomUUID().toString());
  }

  HttpResponse<String> send(Call call) throws IOException, InterruptedException {
    return send("/api/v1/" + call.path(), call);
  }

  /** The same to any path. */
  HttpResponse<String> send(String path, Call call) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .method(call.method(), BodyPublishers.ofByteArray(call.body()));
    if (!call.token().isEmpty()) {
      request.header("authorization", "Bearer " + call.token());
    }
    for (int i = 0; i < call.headers().size(); i += 2) {
      request.header(call.headers().get(i), call.headers().get(i + 1));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }

  /** Opens a class of a plan as Priya; its id. */
  String opens(String plan, String token) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(post("sessions", token, "{\"plan\":\"" + plan + "\",\"as\":\"priya\"}"));
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.body());
    }
    return json(answer).path("id").textValue();
  }

  /** Has Priya say a line in a class; the whole answer. */
  JsonNode says(String session, String token, String line)
      throws IOException, InterruptedException {
    String body = JSON.createObjectNode().put("line", line).put("as", "priya").toString();
    HttpResponse<String> answer = send(post("sessions/" + session + "/commands", token, body));
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
    return json(answer);
  }

  @Override
  public void close() {
    server.close();
    http.close();
  }
}
