package dev.callboard.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** The cheapest Slack there can be: every call goes well. */
final class SlackStub implements AutoCloseable {

  private static final byte[] ANSWER =
      ("{\"ok\":true,\"url\":\"https://t.slack.com/\",\"team\":\"t\",\"user\":\"bot\",\"team_id\":"
           + "\"T01\",\"user_id\":\"U0BOT\",\"bot_id\":\"B01\",\"ts\":\"1.2\",\"channel\":\"C1\"}")
          .getBytes(StandardCharsets.UTF_8);
  private static final byte[] USER =
      "{\"ok\":true,\"user\":{\"id\":\"U07\",\"profile\":{\"email\":\"pat@example.com\"}}}"
          .getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;

  SlackStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/api/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] answer = exchange.getRequestURI().getPath().endsWith("users.info") ? USER : ANSWER;
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
