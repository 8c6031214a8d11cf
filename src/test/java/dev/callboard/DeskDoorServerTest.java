package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.DeskCaller.Answer;
import dev.callboard.DeskCaller.Listener;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes in at the desk and who does not, in the real server. */
class DeskDoorServerTest {

  private static final String CLASS = "hybrid-meetings-1124";
  private static final String OTHER = "onboarding-60-1124";

  @TempDir Path folder;
  private LobbyServer server;
  private LobbyCaller priya;

  @BeforeEach
  void openClass() throws Exception {
    server = new LobbyServer(folder);
    priya = new LobbyCaller(server.url(), "hybrid-meetings", "priya");
    assertThat(priya.types("open hybrid-meetings")).startsWith("Opened");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void link_signsInOnceAndForHours() throws Exception {
    String token = DeskCaller.token(priya.typesForLink("desk"));
    DeskCaller desk = new DeskCaller(server.url());
    assertThat(desk.gets("desk/" + CLASS + "/view").status()).isEqualTo(401);

    Answer in = desk.enters(token);
    assertThat(in.status()).isEqualTo(200);
    assertThat(in.body().path("name").asText()).isEqualTo("Priya Nair");
    assertThat(in.response().headers().firstValue("set-cookie").orElseThrow())
        .contains("; Path=/desk; ", "; HttpOnly; SameSite=Lax")
        .doesNotContain("Secure"); // the lobby is served without TLS, on this machine alone
    Answer view = desk.gets("desk/" + CLASS + "/view");
    assertThat(view.body().at("/you/role").asText()).isEqualTo("producer");
    assertThat(view.body().at("/desk/view/state").asText()).isEqualTo("OPEN");

    Answer again = new DeskCaller(server.url()).enters(token);
    assertThat(again.status()).isEqualTo(401);
    assertThat(again.problem()).startsWith("This link was used before.");
    server.restart();
    assertThat(desk.gets("desk/" + CLASS + "/view").status()).isEqualTo(200);
    server.clock().advance(Duration.ofHours(12));
    assertThat(desk.gets("desk/" + CLASS + "/view").status()).isEqualTo(401);
  }

  /** The page says whom the button would let in; to ask is not to come in. */
  @Test
  void link_saysWhomItLetsInAndIsNotUsedUpByThat() throws Exception {
    String token = DeskCaller.token(priya.typesForLink("desk"));
    DeskCaller desk = new DeskCaller(server.url());
    for (int i = 0; i < 2; i++) {
      Answer whom = desk.asksWhom(CLASS, token);
      assertThat(whom.status()).isEqualTo(200);
      assertThat(whom.body().path("name").asText()).isEqualTo("Priya Nair");
      assertThat(whom.body().path("class").asText()).isEqualTo("Facilitating Hybrid Meetings");
      assertThat(whom.body().path("role").asText()).isEqualTo("producer");
      assertThat(whom.response().headers().firstValue("set-cookie")).isEmpty();
    }
    assertThat(desk.asksWhom("-", token).body().has("class")).isFalse();
    assertThat(desk.gets("desk/-/me").status()).isEqualTo(401);

    assertThat(desk.enters(token).status()).isEqualTo(200);
    assertThat(desk.asksWhom(CLASS, token).problem()).startsWith("This link was used before.");
  }

  @Test
  void linkThatIsNotSound_saysNobody() throws Exception {
    String token = DeskCaller.token(priya.typesForLink("desk"));
    DeskCaller desk = new DeskCaller(server.url());
    for (String wrong : List.of("", "nonsense", token + "A", changed(token, 20))) {
      Answer answer = desk.asksWhom(CLASS, wrong);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.raw()).doesNotContain("Priya");
    }
    for (int i = 0; i < 17; i++) {
      desk.asksWhom(CLASS, "wrong" + i);
    }
    assertThat(desk.asksWhom(CLASS, "wrong").status()).isEqualTo(429);
    server.clock().advance(Duration.ofMinutes(10));
    assertThat(desk.asksWhom(CLASS, token).raw()).doesNotContain("Priya");
  }

  /** Who may not see a class is not told whether there is one. */
  @Test
  void linkToAClassOfOthers_namesItToNobody() throws Exception {
    LobbyCaller mei = new LobbyCaller(server.url(), "onboarding-60", "mei");
    assertThat(mei.types("open onboarding-60")).startsWith("Opened");
    String token = DeskCaller.token(mei.typesForLink("desk"));
    Answer whom = new DeskCaller(server.url()).asksWhom(CLASS, token);

    assertThat(whom.body().has("class")).isFalse();
  }

  @Test
  void linkTooOldForeignOrBroken_opensNothing() throws Exception {
    String token = DeskCaller.token(priya.typesForLink("desk"));
    DeskCaller desk = new DeskCaller(server.url());
    List<String> wrong =
        List.of(
            "",
            "nonsense",
            token.substring(1),
            token + "A",
            changed(token, 0),
            changed(token, 20),
            "A".repeat(5_000));
    for (String other : wrong) {
      Answer answer = desk.enters(other);
      assertThat(answer.status()).as(other).isEqualTo(401);
      assertThat(answer.problem()).startsWith("This link is too old, or not whole.");
    }
    server.clock().advance(Duration.ofMinutes(10));
    assertThat(desk.enters(token).status()).isEqualTo(401);
    assertThat(desk.gets("desk/-/me").status()).isEqualTo(401);
  }

  private static String changed(String token, int at) {
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  @Test
  void whoeverTriesLinks_isToldToWaitAndOthersAreNot() throws Exception {
    DeskCaller desk = new DeskCaller(server.url());
    for (int i = 0; i < 20; i++) {
      assertThat(desk.enters("wrong" + i).status()).isEqualTo(401);
    }
    Answer answer = desk.enters("wrong");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.response().headers().firstValue("retry-after")).contains("60");
    String token = DeskCaller.token(priya.typesForLink("desk"));
    assertThat(desk.enters(token).status()).isEqualTo(200);
  }

  @Test
  void cookieThatIsNotOurs_isNobodys() throws Exception {
    DeskCaller desk = DeskCaller.signedIn(server.url(), priya);
    for (String forged :
        List.of(
            "callboard=" + "A".repeat(43),
            "callboard=",
            "callboard=' or 1=1 --",
            "other=" + "A".repeat(43),
            "callboard=" + "A".repeat(10_000))) {
      assertThat(desk.showing(forged).gets("desk/" + CLASS + "/view").status()).isIn(401, 400);
    }
  }

  @Test
  void learner_getsNothing() throws Exception {
    LobbyCaller amara = new LobbyCaller(server.url(), "hybrid-meetings", "amara");
    assertThat(amara.types("desk")).contains("You cannot write there");
    DeskCaller nobody = new DeskCaller(server.url());
    assertThat(nobody.gets("desk/" + CLASS + "/stream").status()).isEqualTo(401);
    assertThat(nobody.types(CLASS, "next").status()).isEqualTo(401);
    assertThat(nobody.gets("desk/-/rows").status()).isEqualTo(401);
  }

  @Test
  void classOfOthers_isAsIfItWereNot() throws Exception {
    LobbyCaller mei = new LobbyCaller(server.url(), "onboarding-60", "mei");
    assertThat(mei.types("open onboarding-60")).startsWith("Opened");
    DeskCaller desk = DeskCaller.signedIn(server.url(), priya);
    for (String id : List.of(OTHER, "nothing-1124")) {
      for (String what : List.of("view", "stream", "report", "timeline", "digest")) {
        Answer answer = desk.gets("desk/" + id + "/" + what);
        assertThat(answer.status()).isIn(404, 401);
        assertThat(answer.raw()).doesNotContain("Onboarding");
      }
      Answer act = desk.types(id, "status");
      assertThat(act.status()).isEqualTo(404);
      assertThat(act.problem()).startsWith("There is nothing here that you may see. Type `desk`");
    }
    assertThat(desk.types(CLASS, "@" + OTHER + " status").raw()).doesNotContain("Onboarding");
    assertThat(desk.gets("desk/-/rows").raw()).contains(CLASS).doesNotContain(OTHER);
  }

  @Test
  void signingOut_endsThePass() throws Exception {
    DeskCaller desk = DeskCaller.signedIn(server.url(), priya);
    try (Listener listener = desk.listens("desk/" + CLASS + "/stream")) {
      assertThat(listener.next()).isPresent();
      Answer out = desk.posts("desk/-/out", "{}");
      assertThat(out.response().headers().firstValue("set-cookie").orElseThrow())
          .contains("callboard=; Path=/desk; Max-Age=0");
    }
    assertThat(desk.gets("desk/" + CLASS + "/view").status()).isEqualTo(401);
  }

  @Test
  void foreignPage_canDoNothing() throws Exception {
    DeskCaller desk = DeskCaller.signedIn(server.url(), priya);
    String body = "{\"id\":\"12345678\",\"kind\":\"type\",\"line\":\"start\"}";
    String path = "desk/" + CLASS + "/do";
    String own = server.url().substring(0, server.url().length() - 1);
    assertThat(
            desk.sent(
                    desk.request(path)
                        .header("content-type", "application/json")
                        .header("origin", "https://evil.example")
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .status())
        .isEqualTo(403);
    assertThat(
            desk.sent(
                    desk.request(path)
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .status())
        .isEqualTo(403);
    assertThat(
            desk.sent(
                    desk.request(path)
                        .header("content-type", "text/plain")
                        .header("origin", own)
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .status())
        .isEqualTo(403);
    assertThat(
            desk.sent(
                    desk.request("desk/" + CLASS + "/view")
                        .header("sec-fetch-site", "cross-site")
                        .build())
                .status())
        .isEqualTo(403);
    assertThat(desk.gets("desk/" + CLASS + "/view").raw()).contains("\"state\":\"OPEN\"");
  }

  @Test
  void hostileBytes_areRefusedAndDoNothing() throws Exception {
    DeskCaller desk = DeskCaller.signedIn(server.url(), priya);
    for (String body :
        List.of(
            "",
            "{",
            "null",
            "[]",
            "\"x\"",
            "{}",
            "{\"id\":1}",
            "{\"id\":\"12345678\",\"line\":\"\"}",
            "{\"id\":\"12345678\",\"line\":\"" + "x".repeat(5_000) + "\"}",
            "{\"id\":\"../../etc\",\"line\":\"start\"}",
            "[".repeat(100_000))) {
      assertThat(desk.posts("desk/" + CLASS + "/do", body).status()).isEqualTo(400);
      assertThat(desk.posts("desk/-/in", body).status()).isIn(401, 429);
    }
    for (String path :
        List.of(
            "desk/%2e%2e/secret",
            "desk/" + "a".repeat(300),
            "desk/-/nothing",
            "desk/A_B/view",
            "desk/" + CLASS + "/nothing",
            "desk/" + CLASS + "/view/more")) {
      assertThat(desk.gets(path).status()).as(path).isIn(400, 404);
    }
    assertThat(desk.gets("desk/" + CLASS + "/view").raw()).contains("\"state\":\"OPEN\"");
  }
}
