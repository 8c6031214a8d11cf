import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Stands in for all chat platforms during training, so that a server that speaks with them starts
 * fast too: says {@code ok} to whatever it is asked.
 */
class Platforms implements AutoCloseable {

  static final String SIGNING_SECRET = "0123456789abcdef0123456789abcdef";

  private static final String WHO_AM_I =
      """
      {"ok":true,"user_id":"U1","user":"callboard","team":"Training","team_id":"T1"}\
      """;

  private static final String SOMEBODY =
      """
      {"ok":true,"user":{"id":"U2","name":"priya","profile":{"email":"priya@example.com"}}}\
      """;

  private final HttpServer server;

  Platforms() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, WHO_AM_I));
    server.createContext("/users.info", exchange -> answer(exchange, SOMEBODY));
    server.start();
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** The settings of a server that listens on this port and speaks with these platforms. */
  Map<String, String> settings(int port) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    Map<String, String> settings = new HashMap<>();
    settings.put("CALLBOARD_SERVER_PORT", Integer.toString(port));
    settings.put("CALLBOARD_PLATFORMS_SLACK_SIGNING_SECRET", SIGNING_SECRET);
    settings.put("CALLBOARD_PLATFORMS_SLACK_BOT_TOKEN", "xoxb-training");
    settings.put("CALLBOARD_PLATFORMS_SLACK_API_URL", url);
    settings.put("CALLBOARD_PLATFORMS_TEAMS_APP_ID", "11111111-2222-3333-4444-555555555555");
    settings.put("CALLBOARD_PLATFORMS_TEAMS_APP_PASSWORD", "training");
    settings.put("CALLBOARD_PLATFORMS_TEAMS_OPENID_URL", url);
    settings.put("CALLBOARD_PLATFORMS_TEAMS_TOKEN_URL", url);
    settings.put("CALLBOARD_PLATFORMS_ZOOM_SECRET_TOKEN", "training");
    return settings;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
