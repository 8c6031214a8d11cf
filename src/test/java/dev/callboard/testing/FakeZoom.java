package dev.callboard.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callboard.platform.Secret;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.zoom.ZoomPlan;
import dev.callboard.platform.zoom.ZoomSettings;
import dev.callboard.platform.zoom.ZoomSettings.App;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Zoom on loopback: the token endpoint for both apps, Team Chat ({@link #chat()}), the directory,
 * reports of meetings ({@link #reports()}), and requests signed as Zoom signs them.
 *
 * <pre>{@code
 * try (FakeZoom zoom = FakeZoom.start(clock)) {
 *   var adapter = new ZoomAdapter(zoom.settings(), door, new OkHttpClient(), clock);
 *   adapter.accept(zoom.signed(ZoomEvents.typed("1", "page 12")));
 *   zoom.chat().shownToAll(FakeZoom.CLASS_ROOM);
 * }
 * }</pre>
 */
public final class FakeZoom implements AutoCloseable {

  public static final String ACCOUNT = "acc-HARBOUR";
  public static final String BOT = "v1fakebot@xmpp.zoom.us";
  public static final String CLASS_ROOM = "c0class42@conference.xmpp.zoom.us";
  public static final String BACKSTAGE = "c0back42@conference.xmpp.zoom.us";

  /** The facilitator, and a learner of the account. */
  public static final String FAY = "user-FAY";

  public static final String LEA = "user-LEA";

  public static final String SECRET = "fake-zoom-secret-token";

  private static final App CHAT_APP = new App("zoom-chat-app", new Secret("fake-zoom-chat"));
  private static final App REPORT_APP = new App("zoom-report-app", new Secret("fake-zoom-report"));
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final FakeZoomChat chat = new FakeZoomChat();
  private final FakeZoomReports reports = new FakeZoomReports();
  private final Map<String, ObjectNode> users = new ConcurrentHashMap<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private final AtomicInteger tokensAsked = new AtomicInteger();
  private final AtomicInteger lookUps = new AtomicInteger();
  private final Map<String, String> good = new ConcurrentHashMap<>();
  private volatile int tokenStatus = 200;
  private volatile int directoryStatus = 200;
  private volatile int directoryCode;
  private volatile @Nullable String apiUrl;

  /** An answer; a null body is none, the status 0 a cut connection. */
  record Answer(int status, @Nullable JsonNode body, @Nullable String retryAfter) {}

  private FakeZoom(InstantSource clock) {
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(threads);
    server.createContext("/oauth/token", this::token);
    server.createContext("/v2/", this::api);
  }

  /** A Zoom with two channels and two users, listening on a free port. */
  public static FakeZoom start(InstantSource clock) {
    FakeZoom zoom = new FakeZoom(clock);
    zoom.chat.channel(CLASS_ROOM);
    zoom.chat.channel(BACKSTAGE);
    zoom.user(FAY, "fay@example.com");
    zoom.user(LEA, "lea@example.com");
    zoom.server.start();
    return zoom;
  }

  /** Makes a user of the account known to the directory and to Team Chat. */
  public ObjectNode user(String id, String email) {
    String jid = id.toLowerCase(Locale.ROOT) + "@xmpp.zoom.us";
    chat.user(id, jid);
    ObjectNode told =
        JSON.createObjectNode()
            .put("id", id)
            .put("email", email)
            .put("jid", jid)
            .put("verified", 1)
            .put("status", "active");
    users.put(id, told);
    users.put(email, told);
    return told;
  }

  public FakeZoomChat chat() {
    return chat;
  }

  public FakeZoomReports reports() {
    return reports;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Settings of a bot that lives in this account. */
  public ZoomSettings settings() {
    return settings(null);
  }

  /** The same, with a second secret that is believed. */
  public ZoomSettings settings(@Nullable Secret previous) {
    return settings(previous, ZoomPlan.PRO);
  }

  /** The same, of an account that pays for this. */
  public ZoomSettings settings(@Nullable Secret previous, ZoomPlan plan) {
    return new ZoomSettings(
        new Secret(SECRET),
        previous,
        CHAT_APP,
        REPORT_APP,
        ACCOUNT,
        BOT,
        URI.create(url()),
        URI.create(url() + "/oauth/token"),
        plan);
  }

  /** The event, signed now. */
  public WebhookRequest signed(ObjectNode event) {
    return signed(event.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Any bytes, signed now. */
  public WebhookRequest signed(byte[] body) {
    return signed(body, SECRET, clock.instant());
  }

  /** Any bytes, signed with any secret at any time. */
  public static WebhookRequest signed(byte[] body, String secret, Instant at) {
    String timestamp = Long.toString(at.getEpochSecond());
    return request(body, timestamp, "v0=" + hmac(secret, "v0:" + timestamp + ":", body));
  }

  /** The bytes as a request; null for no credentials. */
  public static WebhookRequest request(
      byte[] body, @Nullable String timestamp, @Nullable String signature) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("content-type", List.of("application/json; charset=utf-8"));
    headers.put("x-zm-trackingid", List.of("v=2.0;clid=fake;rid=WEB_0001"));
    if (timestamp != null) {
      headers.put("x-zm-request-timestamp", List.of(timestamp));
    }
    if (signature != null) {
      headers.put("x-zm-signature", List.of(signature));
    }
    return new WebhookRequest("POST", "/zoom/events", "", Map.copyOf(headers), body);
  }

  /** The digest in hexadecimal. */
  public static String hmac(String secret, String head, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** From now on the token endpoint answers with this status; 200 gives tokens. */
  public void tokenStatus(int status) {
    tokenStatus = status;
  }

  /** From now on tokens say that they are good there; null for saying nothing. */
  public void apiUrl(@Nullable String url) {
    apiUrl = url;
  }

  /** From now on the directory answers everybody with this status and code; 200 as usual. */
  public void directory(int status, int code) {
    directoryStatus = status;
    directoryCode = code;
  }

  /** How often a token was asked for, given or not. */
  public int tokensAsked() {
    return tokensAsked.get();
  }

  /** How many tokens were given out. */
  public int tokensGiven() {
    return tokens.get();
  }

  /** How often the directory was asked. */
  public int lookUps() {
    return lookUps.get();
  }

  /** Makes the tokens that are out there worthless. */
  public void revokeTokens() {
    good.clear();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void token(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    boolean forChat =
        basic(CHAT_APP).equals(header) && query.equals("grant_type=client_credentials");
    tokensAsked.incrementAndGet();
    boolean forAccount =
        basic(REPORT_APP).equals(header)
            && query.equals("grant_type=account_credentials&account_id=" + ACCOUNT);
    if (tokenStatus != 200 || !(forChat || forAccount)) {
      int status = tokenStatus == 200 ? 400 : tokenStatus;
      ObjectNode refused = JSON.createObjectNode().put("error", "invalid_client");
      reply(exchange, new Answer(status, refused, null));
      return;
    }
    String token = "fake-zoom-token-" + tokens.incrementAndGet();
    good.put("Bearer " + token, forChat ? "chat" : "account");
    ObjectNode told =
        JSON.createObjectNode()
            .put("access_token", token)
            .put("token_type", "bearer")
            .put("expires_in", 3600);
    if (apiUrl != null) {
      told.put("api_url", apiUrl);
    }
    reply(exchange, new Answer(200, told, null));
  }

  private static String basic(App app) {
    String pair = app.clientId() + ":" + app.clientSecret().value();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private void api(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    JsonNode body = bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
    String path = exchange.getRequestURI().getPath();
    String wanted = path.startsWith("/v2/im/") ? "chat" : "account";
    String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!wanted.equals(good.get(token))) {
      ObjectNode told =
          JSON.createObjectNode().put("code", 124).put("message", "Invalid access token.");
      reply(exchange, new Answer(401, told, null));
      return;
    }
    if (wanted.equals("chat")) {
      reply(exchange, chat.answer(exchange.getRequestMethod(), path, body));
    } else if (path.startsWith("/v2/users/")) {
      reply(exchange, directory(path.substring("/v2/users/".length())));
    } else {
      reply(exchange, reports.answer(exchange.getRequestURI()));
    }
  }

  private Answer directory(String name) {
    lookUps.incrementAndGet();
    ObjectNode told = users.get(name);
    if (directoryStatus != 200 || told == null) {
      int status = directoryStatus == 200 ? 404 : directoryStatus;
      int code = directoryStatus == 200 ? 1001 : directoryCode;
      return new Answer(status, JSON.createObjectNode().put("code", code), null);
    }
    return new Answer(200, told, null);
  }

  private static void reply(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.status() == 0) {
      exchange.close();
      return;
    }
    if (answer.retryAfter() != null && !answer.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
    }
    if (answer.status() == 429) {
      boolean forADay = String.valueOf(answer.retryAfter()).matches("|.*Z");
      exchange.getResponseHeaders().set("X-RateLimit-Category", "Heavy");
      exchange.getResponseHeaders().set("X-RateLimit-Type", forADay ? "Daily-limit" : "QPS");
    }
    JsonNode body = answer.body();
    byte[] bytes = body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
