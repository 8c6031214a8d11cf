package dev.callboard;

import static dev.callboard.OddBytes.LONG;
import static dev.callboard.OddBytes.NOT_UTF_8;
import static dev.callboard.OddBytes.bytes;
import static dev.callboard.OddBytes.half;
import static dev.callboard.OddBytes.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.platform.Secret;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.testing.Await;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.FakeTeamsKeys;
import dev.callboard.testing.FakeZoom;
import dev.callboard.testing.LogLines;
import dev.callboard.testing.SlackRequests;
import dev.callboard.testing.TeamsActivities;
import dev.callboard.testing.ZoomEvents;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever comes through the doors: it is refused or left alone, never with 5xx; nothing is
 * written; whoever runs Callboard reads one line about it, with the delivery's id where there is a
 * believable one, and no secret.
 */
@Isolated("reads all that is logged")
class BadInputTest {

  @TempDir Path folder;

  private PlatformServer server;
  private LogLines log;

  @BeforeEach
  void open() throws IOException {
    log = LogLines.keep();
    server = new PlatformServer(folder);
    Await.until("the introduction", () -> !server.slack().calls("auth.test").isEmpty());
    Await.until("its line", () -> log.lines().stream().anyMatch(l -> l.contains("speaking as")));
  }

  @AfterEach
  void close() {
    server.close();
    log.close();
  }

  /**
   * A request that must do nothing.
   *
   * @param status what it is answered with
   * @param id what its line in the log names; empty when nothing of it can be believed
   */
  private record Case(String name, Supplier<WebhookRequest> request, int status, String id) {}

  @TestFactory
  Stream<DynamicTest> slack() throws Exception {
    SlackRequests requests = server.slack().requests();
    server.hears(requests.slash(Map.of("channel_id", "C06", "text", "open hybrid")));
    WebhookRequest first = requests.slash("first", "/class", "say hello");
    server.hears(first);
    WebhookRequest sound = requests.slash("id-1", "/class", "say hi");
    return tests(
        new Case("unsigned", () -> with(sound, Map.of()), 401, ""),
        new Case("wrongly signed", () -> requests.signed(sound.body(), now(), foreign()), 401, ""),
        new Case("stale", () -> requests.signed(sound.body(), old(), secret()), 401, ""),
        new Case("replayed", () -> first, 200, "slack:first"),
        new Case("truncated", () -> with(sound, half(sound.body())), 401, ""),
        new Case("signed half", () -> requests.signed(half("{\"type\":\"x\"}")), 400, ""),
        new Case("2 MiB", () -> requests.signed(LONG), 413, ""),
        new Case("not UTF-8", () -> requests.signed(NOT_UTF_8), 400, ""),
        new Case("no JSON", () -> requests.signed(bytes("{hello}")), 400, ""),
        new Case("no form", () -> requests.signed(bytes("hello")), 400, ""),
        new Case("empty", () -> requests.signed(new byte[0]), 400, ""),
        new Case("a list", () -> requests.signed(bytes("[1]")), 400, ""),
        new Case(
            "event of the wrong shape",
            () -> requests.event(OddSlack.shapeless("Ev2")),
            400,
            "Ev2"),
        new Case(
            "event with wrong types", () -> requests.event(OddSlack.mistyped("Ev3")), 400, "Ev3"),
        new Case("unknown event", () -> requests.event(OddSlack.unknown("Ev4")), 200, "Ev4"),
        new Case(
            "event of nobody", () -> requests.event(OddSlack.lacking("Ev5", "user")), 200, "Ev5"),
        new Case(
            "event of no room",
            () -> requests.event(OddSlack.lacking("Ev6", "channel")),
            200,
            "Ev6"),
        new Case(
            "unknown envelope",
            () -> requests.signed(bytes("{\"type\":\"telepathy\",\"event_id\":\"Ev7\"}")),
            200,
            "Ev7"),
        new Case(
            "command of nobody",
            () -> requests.slash(Map.of("user_id", "", "trigger_id", "id-8")),
            400,
            "id-8"),
        new Case(
            "unknown click", () -> requests.interaction(OddSlack.thought("id-9")), 200, "id-9"),
        new Case(
            "click of nobody",
            () -> requests.interaction(OddSlack.click("id-10", "user")),
            400,
            "id-10"),
        new Case(
            "click in no room",
            () -> requests.interaction(OddSlack.click("id-13", "channel")),
            200,
            "id-13"),
        new Case("foreign form", () -> requests.interaction(OddSlack.form("V11")), 200, "V11"),
        new Case(
            "form of nobody's",
            () -> requests.interaction(OddSlack.mistypedForm("V12")),
            400,
            "V12"));
  }

  @TestFactory
  Stream<DynamicTest> teams() throws Exception {
    FakeTeams teams = server.teams();
    WebhookRequest first = teams.signed(TeamsActivities.personal("first", "open hybrid"));
    server.hears(first);
    Await.until("rest", server::isAtRest);
    ObjectNode activity = TeamsActivities.mention("id-1", "say hi");
    WebhookRequest sound = teams.signed(activity);
    FakeTeamsKeys stolen = new FakeTeamsKeys("k1", List.of("msteams"));
    long past = server.clock().instant().minus(Duration.ofMinutes(6)).getEpochSecond();
    return tests(
        new Case("unsigned", () -> FakeTeams.request(sound.body(), null), 401, ""),
        new Case(
            "wrongly signed",
            () -> FakeTeams.request(sound.body(), "Bearer " + stolen.sign(teams.claims())),
            401,
            ""),
        new Case("no token", () -> FakeTeams.request(sound.body(), "Bearer x.y"), 401, ""),
        new Case(
            "stale",
            () -> teams.signed(activity, claims -> claims.put("nbf", past - 9).put("exp", past)),
            401,
            ""),
        new Case("replayed", () -> first, 200, "first"),
        new Case("truncated", () -> with(sound, half(sound.body())), 400, ""),
        new Case("2 MiB", () -> teams.signed(LONG), 413, ""),
        new Case("not UTF-8", () -> teams.signed(NOT_UTF_8), 400, ""),
        new Case("no JSON", () -> teams.signed(bytes("hello")), 400, ""),
        new Case("empty", () -> teams.signed(new byte[0]), 400, ""),
        new Case("a list", () -> teams.signed(bytes("[1]")), 400, ""),
        new Case("wrong shape", () -> teams.signed(bytes("{\"type\":\"message\"}")), 400, ""),
        new Case("from nobody", () -> teams.signed(without(activity, "from")), 400, "id-1"),
        new Case(
            "unknown type",
            () -> teams.signed(activity.deepCopy().put("type", "telepathy").put("id", "id-5")),
            200,
            "id-5"),
        new Case(
            "unknown invoke",
            () -> teams.signed(TeamsActivities.of("invoke-unknown")),
            200,
            "invoke"));
  }

  @TestFactory
  Stream<DynamicTest> zoom() throws Exception {
    FakeZoom zoom = server.zoom();
    server.hears(zoom.signed(ZoomEvents.typed("open", "open hybrid")));
    WebhookRequest first = zoom.signed(ZoomEvents.typed("first", "say hello"));
    server.hears(first);
    Await.until("rest", server::isAtRest);
    byte[] typed = bytes(ZoomEvents.typed("id-1", "say hi").toString());
    byte[] joined = bytes(ZoomEvents.of("meeting.participant_joined").toString());
    String secret = FakeZoom.SECRET;
    String trace = "rid=WEB_0001";
    return tests(
        new Case("unsigned", () -> FakeZoom.request(typed, null, null), 401, trace),
        new Case("wrongly signed", () -> FakeZoom.signed(typed, "foreign", now()), 401, trace),
        new Case("stale", () -> FakeZoom.signed(typed, secret, old()), 401, "too old"),
        new Case(
            "old news",
            () -> FakeZoom.signed(joined, secret, now().minusSeconds(7_201)),
            401,
            "too old"),
        new Case("replayed", () -> first, 200, "zoom:cmd"),
        new Case("truncated", () -> with(first, half(first.body())), 401, trace),
        new Case("signed half", () -> zoom.signed(half(typed)), 400, trace),
        new Case("2 MiB", () -> zoom.signed(LONG), 413, ""),
        new Case("not UTF-8", () -> zoom.signed(NOT_UTF_8), 400, trace),
        new Case("no JSON", () -> zoom.signed(bytes("hello")), 400, trace),
        new Case("two of them", () -> zoom.signed(bytes("{\"event\":\"a\"} {}")), 400, trace),
        new Case("empty", () -> zoom.signed(new byte[0]), 400, trace),
        new Case("a list", () -> zoom.signed(bytes("[1]")), 400, trace),
        new Case("no event", () -> zoom.signed(bytes("{\"payload\":{}}")), 400, trace),
        new Case(
            "forgery asked for", () -> zoom.signed(ZoomEvents.challenge("v0:1:{}")), 400, trace),
        new Case(
            "unknown event",
            () -> zoom.signed(ZoomEvents.shapeless("meeting.telepathy")),
            200,
            trace),
        new Case(
            "wrong shape", () -> zoom.signed(ZoomEvents.shapeless("meeting.ended")), 200, trace),
        new Case(
            "from nobody",
            () -> zoom.signed(ZoomEvents.shapeless("bot_notification")),
            200,
            trace));
  }

  @TestFactory
  Stream<DynamicTest> lobby() throws Exception {
    String old = lobbyToken();
    server.clock().advance(Duration.ofDays(2)); // before there is a class that it could move
    String token = lobbyToken();
    server.hears(LobbyRequests.typed(token, "open", "open hybrid"));
    WebhookRequest first = LobbyRequests.typed(token, "first", "note hello");
    server.hears(first);
    Await.until("rest", server::isAtRest);
    WebhookRequest sound = LobbyRequests.typed(token, "id-1", "say hi");
    return tests(
        new Case("unsigned", () -> with(sound, Map.of()), 401, ""),
        new Case(
            "wrongly signed", () -> LobbyRequests.typed(token + "x", "id-1", "say hi"), 401, ""),
        new Case("token of rubbish", () -> LobbyRequests.typed("x.y", "id-1", "say hi"), 401, ""),
        new Case("from a foreign page", () -> foreignPage(sound), 401, ""),
        new Case("replayed", () -> first, 200, "first"),
        new Case("truncated", () -> with(sound, half(sound.body())), 400, ""),
        new Case("2 MiB", () -> with(sound, LONG), 413, ""),
        new Case("not UTF-8", () -> with(sound, NOT_UTF_8), 400, ""),
        new Case("no JSON", () -> with(sound, bytes("hello")), 400, ""),
        new Case("empty", () -> with(sound, new byte[0]), 400, ""),
        new Case("a list", () -> with(sound, bytes("[1]")), 400, ""),
        new Case("wrong shape", () -> with(sound, bytes("{\"id\":{}}")), 400, ""),
        new Case("unknown kind", () -> unknownKind(sound), 400, ""),
        new Case("for another person", () -> otherPerson(sound), 401, "id-1"),
        new Case("stale", () -> LobbyRequests.typed(old, "id-1", "say hi"), 401, ""));
  }

  private String lobbyToken() throws Exception {
    return new JsonMapper()
        .readTree(server.reads("/lobby/session?plan=hybrid&person=fay"))
        .path("token")
        .asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/slack/events", "/api/messages", "/zoom/events", "/lobby/events"})
  void halfBody_isNotWaitedForForever(String path) throws Exception {
    int written = server.written();
    log.clear();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String head =
          "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      socket.setSoTimeout(20_000);
      Await.until("its end", () -> ended(socket));
    }

    assertThat(server.written()).isEqualTo(written);
    Await.until("its line", () -> !log.lines().isEmpty());
    assertThat(log.lines()).singleElement().asString().contains(path);
  }

  @Test
  void getOfADoor_isRefusedQuietly() throws Exception {
    for (String path : List.of("/slack/events", "/api/messages", "/zoom/events", "/lobby/events")) {
      WebhookRequest get = new WebhookRequest("GET", path, "", Map.of(), new byte[0]);
      assertThat(server.hears(get).statusCode()).isEqualTo(405);
    }
  }

  private Stream<DynamicTest> tests(Case... cases) {
    return Stream.of(cases).map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
  }

  private void check(Case tried) throws Exception {
    Await.until("rest", server::isAtRest);
    WebhookRequest request = tried.request().get();
    int written = server.written();
    log.clear();

    assertThat(server.hears(request).statusCode()).isEqualTo(tried.status());

    assertThat(server.written()).isEqualTo(written);
    assertThat(log.lines()).singleElement().asString().contains(tried.id());
    assertThat(log.lines().getFirst()).doesNotContain(secrets(request)).doesNotContain("\tat ");
  }

  /** What must stay out of the log: what is shared with the platforms, and what was shown here. */
  private List<String> secrets(WebhookRequest request) {
    return Stream.concat(
            Stream.of("x-slack-signature", "x-zm-signature", "authorization", "x-callboard-token")
                .map(name -> request.header(name).orElse("")),
            Stream.of(secret().value(), "xoxb-fake-bot", FakeTeams.PASSWORD, FakeZoom.SECRET))
        .map(secret -> secret.replace("Bearer ", ""))
        .filter(secret -> secret.length() > 4)
        .toList();
  }

  private boolean ended(Socket socket) {
    server.clock().advance(Duration.ofSeconds(11));
    try {
      socket.setSoTimeout(100);
      int read = socket.getInputStream().read();
      return read < 0 || read == 'H'; // closed, or answered at last
    } catch (SocketTimeoutException stillWaiting) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private Instant now() {
    return server.clock().instant();
  }

  private Instant old() {
    return now().minusSeconds(301);
  }

  private Secret secret() {
    return Objects.requireNonNull(server.slack().settings().signingSecret());
  }

  private static Secret foreign() {
    return new Secret("a foreign secret");
  }

  private static WebhookRequest with(WebhookRequest request, byte[] body) {
    return new WebhookRequest(
        request.method(), request.path(), request.query(), request.headers(), body);
  }

  private static WebhookRequest with(WebhookRequest request, Map<String, List<String>> headers) {
    return new WebhookRequest(
        request.method(), request.path(), request.query(), headers, request.body());
  }

  private static WebhookRequest foreignPage(WebhookRequest sound) {
    Map<String, List<String>> headers = new HashMap<>(sound.headers());
    headers.put("origin", List.of("https://evil.example"));
    return with(sound, headers);
  }

  private static WebhookRequest unknownKind(WebhookRequest sound) {
    return with(sound, bytes(text(sound).replace("\"command\"", "\"telepathy\"")));
  }

  private static WebhookRequest otherPerson(WebhookRequest sound) {
    return with(sound, bytes(text(sound).replace("\"fay\"", "\"lea\"")));
  }

  private static ObjectNode without(ObjectNode activity, String field) {
    ObjectNode copy = activity.deepCopy();
    copy.remove(field);
    return copy;
  }
}
