package dev.callboard.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callboard.platform.Secret;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.teams.TeamsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Teams on loopback: the OpenID document and the key set of the Bot Connector, the token
 * endpoint, the connector itself ({@link #connector()}), Microsoft Graph's attendance reports
 * ({@link #graph()}), and requests signed with real RS256 tokens.
 *
 * <pre>{@code
 * try (FakeTeams teams = FakeTeams.start(clock)) {
 *   var adapter = new TeamsAdapter(teams.settings(), door, new OkHttpClient(), clock);
 *   adapter.accept(teams.signed(TeamsActivities.mention("1", "page 12")));
 *   teams.connector().shownToAll(FakeTeams.CLASS_ROOM);
 * }
 * }</pre>
 */
public final class FakeTeams implements AutoCloseable {

  public static final String APP_ID = "11111111-2222-3333-4444-555555555555";
  public static final String PASSWORD = "fake-teams-password";
  public static final String TENANT = "11111111-0000-0000-0000-000000000001";
  public static final String CLASS_ROOM = "19:meeting_HYBRID@thread.v2";
  public static final String CHANNEL = "19:classes@thread.tacv2";

  /** The facilitator, a learner of the organisation and a guest. */
  public static final String FAY = "29:fay";

  public static final String LEA = "29:lea";
  public static final String GUS = "29:gus";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Making a key takes long, and one is as good as another. */
  private static final FakeTeamsKeys KEY = new FakeTeamsKeys("k1", List.of("msteams", "webchat"));

  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final FakeTeamsConnector connector = new FakeTeamsConnector();
  private final FakeTeamsGraph graph = new FakeTeamsGraph();
  private final FakeTeamsLogin login;
  private final List<JsonNode> keySet = new CopyOnWriteArrayList<>(List.of(KEY.jwk()));
  private final AtomicInteger keyFetches = new AtomicInteger();
  private final AtomicInteger tokensGiven = new AtomicInteger();
  private volatile boolean keysDown;
  private volatile int tokenStatus = 200;

  private FakeTeams(InstantSource clock) {
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    login = new FakeTeamsLogin(url("/login/"), clock);
    server.setExecutor(threads);
    server.createContext("/openid", this::openid);
    server.createContext("/keys", this::keys);
    server.createContext("/login/common/v2.0/.well-known/openid-configuration", this::login);
    server.createContext("/login/keys", this::loginKeys);
    server.createContext("/token", this::token);
    server.createContext("/amer/", this::connector);
    server.createContext("/graph/", graph::serve);
  }

  /** A Teams with one class room of three people, listening on a free port. */
  public static FakeTeams start(InstantSource clock) {
    FakeTeams teams = new FakeTeams(clock);
    teams.connector.room(CLASS_ROOM, FAY, LEA, GUS);
    teams.connector.room(CHANNEL, FAY, LEA);
    teams.connector.room(FakeTeamsConnector.chat(FAY), FAY);
    teams.connector.person(FAY, member("Fay Osei", "fay@example.com", "user"));
    teams.connector.person(LEA, member("Lea Learner", "lea@example.com", "user"));
    teams.connector.person(GUS, member("Gus Guest", "gus@elsewhere.example", "guest"));
    teams.connector.directory(FakeTeamsLogin.FAY, FAY);
    teams.connector.directory(FakeTeamsLogin.LEA, LEA);
    teams.connector.directory(FakeTeamsLogin.GUS, GUS);
    teams.server.start();
    return teams;
  }

  /** What the members interface tells of somebody. */
  public static ObjectNode member(String name, String email, String role) {
    return JSON.createObjectNode()
        .put("name", name)
        .put("email", email)
        .put("userPrincipalName", email)
        .put("tenantId", TENANT)
        .put("userRole", role);
  }

  public FakeTeamsConnector connector() {
    return connector;
  }

  /** What Microsoft keeps of meetings after their end. */
  public FakeTeamsGraph graph() {
    return graph;
  }

  /** Who says who sits before a tab. */
  public FakeTeamsLogin login() {
    return login;
  }

  public FakeTeamsKeys key() {
    return KEY;
  }

  public String serviceUrl() {
    return url("/amer/");
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Settings of a bot that lives on this Teams. */
  public TeamsSettings settings() {
    return new TeamsSettings(
        APP_ID,
        new Secret(PASSWORD),
        TENANT,
        URI.create(url("/openid")),
        URI.create(url("/token")),
        URI.create(serviceUrl()),
        URI.create(url("/graph/")),
        URI.create(url("/login/")),
        Set.of("127.0.0.1"),
        Set.of(TENANT),
        false,
        true);
  }

  /** The activity from this Teams, with a token made for it. */
  public WebhookRequest signed(ObjectNode activity) {
    ObjectNode here = activity.deepCopy();
    if (here.path("serviceUrl").asText("").startsWith("https://smba.trafficmanager.net/")) {
      here.put("serviceUrl", serviceUrl());
    }
    return signed(here.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Any bytes with a sound token. */
  public WebhookRequest signed(byte[] body) {
    return request(body, "Bearer " + KEY.sign(claims()));
  }

  /** The activity with a token whose claims are changed first. */
  public WebhookRequest signed(ObjectNode activity, UnaryOperator<ObjectNode> change) {
    return request(
        signed(activity).body(), "Bearer " + KEY.sign(change.apply(claims().deepCopy())));
  }

  /** The bytes as a request; null for no authorization. */
  public static WebhookRequest request(byte[] body, @Nullable String authorization) {
    Map<String, List<String>> headers =
        authorization == null
            ? Map.of("content-type", List.of("application/json"))
            : Map.of(
                "content-type", List.of("application/json"),
                "authorization", List.of(authorization));
    return new WebhookRequest("POST", "/api/messages", "", headers, body);
  }

  /** What a token of now claims. */
  public ObjectNode claims() {
    long now = clock.instant().getEpochSecond();
    return JSON.createObjectNode()
        .put("serviceurl", serviceUrl())
        .put("nbf", now)
        .put("exp", now + Duration.ofHours(1).toSeconds())
        .put("iss", "https://api.botframework.com")
        .put("aud", APP_ID);
  }

  /** Adds a key to the key set; known to clients from their next look at it. */
  public void publish(FakeTeamsKeys another) {
    keySet.add(another.jwk());
  }

  /** From now on the key server answers 503, or again what it should. */
  public void keysDown(boolean down) {
    keysDown = down;
  }

  /** How often the key set was fetched. */
  public int keyFetches() {
    return keyFetches.get();
  }

  /** From now on the token endpoint answers with this status; 200 gives tokens. */
  public void tokenStatus(int status) {
    tokenStatus = status;
  }

  /** How many tokens were given out; only the latest is good. */
  public int tokensGiven() {
    return tokensGiven.get();
  }

  /** Makes the token that is out there worthless. */
  public void revokeToken() {
    tokensGiven.incrementAndGet();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void openid(HttpExchange exchange) throws IOException {
    ObjectNode document = JSON.createObjectNode().put("issuer", "https://api.botframework.com");
    document.put("jwks_uri", url("/keys"));
    reply(exchange, keysDown ? 503 : 200, document);
  }

  private void login(HttpExchange exchange) throws IOException {
    reply(
        exchange,
        keysDown ? 503 : 200,
        JSON.createObjectNode().put("jwks_uri", url("/login/keys")));
  }

  private void loginKeys(HttpExchange exchange) throws IOException {
    reply(exchange, 200, login.keySet());
  }

  private void keys(HttpExchange exchange) throws IOException {
    keyFetches.incrementAndGet();
    ObjectNode document = JSON.createObjectNode();
    keySet.forEach(document.putArray("keys")::add);
    reply(exchange, 200, document);
  }

  private void token(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean known =
        form.contains("client_id=" + APP_ID)
            && form.contains("client_secret=" + PASSWORD)
            && form.contains("grant_type=client_credentials");
    boolean posting = form.contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default");
    String reading = "scope=" + URLEncoder.encode(url("/.default"), StandardCharsets.UTF_8);
    known = known && (posting || form.contains(reading));
    if (!known || tokenStatus != 200) {
      int status = tokenStatus == 200 ? 401 : tokenStatus;
      reply(exchange, status, JSON.createObjectNode().put("error", "invalid_client"));
      return;
    }
    reply(
        exchange,
        200,
        JSON.createObjectNode()
            .put("token_type", "Bearer")
            .put("expires_in", 3599)
            .put(
                "access_token",
                posting ? "fake-token-" + tokensGiven.incrementAndGet() : FakeTeamsGraph.TOKEN));
  }

  private void connector(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    byte[] body = exchange.getRequestBody().readAllBytes();
    FakeTeamsConnector.Answer answer =
        connector.answer(
            new FakeTeamsConnector.Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                authorization,
                body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body)),
            ("Bearer fake-token-" + tokensGiven.get()).equals(authorization));
    if (answer.status() == FakeTeamsConnector.SILENT) {
      return; // open until the server stops
    }
    if (answer.status() == 0) {
      exchange.close();
      return;
    }
    if (answer.retryAfter() != null) {
      exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
    }
    reply(exchange, answer.status(), answer.body());
  }

  private static void reply(HttpExchange exchange, int status, @Nullable JsonNode body)
      throws IOException {
    byte[] bytes = body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
