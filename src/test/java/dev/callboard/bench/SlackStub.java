package dev.callboard.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cheapest Slack there can be: every call goes well. It writes down when it heard what is
 * between {@code cue-} and {@code -end}.
 */
final class SlackStub implements AutoCloseable {

  private static final byte[] ANSWER = answer("C1");

  private static final Pattern PERSON_WRITTEN_TO = Pattern.compile("channel=[UW](\\w+)");

  private static final Pattern USER_ASKED_FOR = Pattern.compile("user=(\\w+)");

  private static final Pattern CUE = Pattern.compile("cue-(\\w+)-end");

  private final HttpServer server;
  private final Map<String, Instant> heard = new ConcurrentHashMap<>();

  SlackStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/api/",
        exchange -> {
          Instant now = InstantSource.system().instant();
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          hear(body, now);
          byte[] answer = answer(exchange.getRequestURI().getPath(), body);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  private static byte[] answer(String path, String body) {
    if (path.endsWith("users.info")) {
      return user(body);
    }
    Matcher person = PERSON_WRITTEN_TO.matcher(body);
    return person.find() ? answer("D" + person.group(1)) : ANSWER;
  }

  private static byte[] answer(String channel) {
    return ("{\"ok\":true,\"url\":\"https://t.slack.com/\",\"team\":\"t\",\"user\":\"bot\",\"team_id\":"
                + "\"T01\",\"user_id\":\"U0BOT\",\"bot_id\":\"B01\",\"ts\":\"1.2\",\"channel\":\"%s\"}")
        .formatted(channel)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Everybody has an address that begins as their account does; but U07, who is Pat. */
  private static byte[] user(String body) {
    Matcher asked = USER_ASKED_FOR.matcher(body);
    String id = asked.find() ? asked.group(1) : "U07";
    String name = id.equals("U07") ? "pat" : id.toLowerCase(Locale.ROOT);
    return "{\"ok\":true,\"user\":{\"id\":\"%s\",\"profile\":{\"email\":\"%s@example.com\"}}}"
        .formatted(id, name)
        .getBytes(StandardCharsets.UTF_8);
  }

  private void hear(String body, Instant now) {
    Matcher cue = CUE.matcher(body);
    while (cue.find()) {
      heard.putIfAbsent(cue.group(1), now);
    }
  }

  /** When each cue was first heard. */
  Map<String, Instant> heard() {
    return heard;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
