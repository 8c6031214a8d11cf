package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.DeskCaller.Answer;
import dev.callboard.DeskCaller.Listener;
import dev.callboard.testing.Await;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk, its door and the board, in the real server. */
class DeskServerTest {

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
            "A" + token.substring(1),
            token.substring(0, 20) + "AAAA" + token.substring(24),
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
    DeskCaller desk = signedIn(priya);
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
    DeskCaller desk = signedIn(priya);
    for (String id : List.of(OTHER, "nothing-1124")) {
      for (String what : List.of("view", "stream")) {
        Answer answer = desk.gets("desk/" + id + "/" + what);
        assertThat(answer.status()).isIn(404, 401);
        assertThat(answer.raw()).doesNotContain("Onboarding");
      }
      Answer act = desk.types(id, "status");
      assertThat(act.status()).isEqualTo(404);
      assertThat(act.problem()).isEqualTo("There is nothing here that you may see.");
    }
    assertThat(desk.types(CLASS, "@" + OTHER + " status").raw()).doesNotContain("Onboarding");
    assertThat(desk.gets("desk/-/rows").raw()).contains(CLASS).doesNotContain(OTHER);
  }

  @Test
  void pressing_isTheSameAsTyping() throws Exception {
    DeskCaller desk = signedIn(priya);
    assertThat(desk.types(CLASS, "start").raw()).contains("Started 2 min early");
    assertThat(desk.types(CLASS, "page 12").raw()).contains("Page 12 is in the class room");
    String id = "0b7e9f9a-same-press";
    assertThat(desk.types(CLASS, id, "next").body().path("reply").asText()).isEqualTo("tell");
    assertThat(desk.types(CLASS, id, "next").body().path("reply").asText()).isEqualTo("quiet");
    JsonNode view = desk.gets("desk/" + CLASS + "/view").body().at("/desk/view");
    assertThat(view.path("current").asText()).isEqualTo("poll-1");
    assertThat(view.at("/posts/0/what").asText()).isEqualTo("Page 12");
    assertThat(view.at("/posts/0/by").asText()).isEqualTo("Priya Nair");

    DeskCaller fay = signedIn(new LobbyCaller(server.url(), "hybrid-meetings", "fay"));
    assertThat(fay.types(CLASS, "say hello").raw()).contains("is for producers");
    List<String> may = texts(fay.gets("desk/" + CLASS + "/view").body().at("/you/may"));
    assertThat(may).contains("next", "status").doesNotContain("say", "forget");
  }

  @Test
  void everyReader_seesWhatTheReportWouldTellThem() throws Exception {
    priya.meets("everybody-1", "simulate", "everybody");
    DeskCaller desk = signedIn(priya);
    desk.types(CLASS, "start");
    desk.types(CLASS, "note client: CLIENT-NOTE");
    desk.types(CLASS, "note facilitator: FACILITATOR-NOTE");
    desk.types(CLASS, "note designer: DESIGNER-NOTE");
    desk.types(CLASS, "prompt to fay FOR-FAY");
    desk.types(CLASS, "prompt to ravi FOR-RAVI");
    Await.until("the prompts", () -> quietly(() -> view(desk)).contains("FOR-RAVI"));
    assertThat(view(desk))
        .contains("CLIENT-NOTE", "FACILITATOR-NOTE", "DESIGNER-NOTE", "FOR-FAY", "Amara Bello");

    String fay = view(signedIn(new LobbyCaller(server.url(), "hybrid-meetings", "fay")));
    assertThat(fay)
        .contains("FACILITATOR-NOTE", "Amara Bello")
        .doesNotContain("CLIENT-NOTE", "DESIGNER-NOTE", "FOR-RAVI", "FOR-FAY");
    DeskCaller dana = signedIn(new LobbyCaller(server.url(), "hybrid-meetings", "dana"));
    assertThat(view(dana))
        .contains("DESIGNER-NOTE")
        .doesNotContain("CLIENT-NOTE", "FACILITATOR-NOTE", "FOR-RAVI", "FOR-FAY", "Amara");
    try (Listener listener = dana.listens("desk/" + CLASS + "/stream")) {
      assertThat(listener.next().orElseThrow().toString()).doesNotContain("Amara", "CLIENT-NOTE");
    }
  }

  private static String view(DeskCaller desk) throws Exception {
    return desk.gets("desk/" + CLASS + "/view").body().at("/desk/view").toString();
  }

  @Test
  void view_saysFromWhenItsTimesCount() throws Exception {
    DeskCaller desk = signedIn(priya);
    desk.types(CLASS, "start");
    String made = desk.gets("desk/" + CLASS + "/view").body().at("/desk/made").asText();
    server.clock().advance(Duration.ofSeconds(5));
    JsonNode later = desk.gets("desk/" + CLASS + "/view").body().path("desk");
    assertThat(later.path("made").asText()).isEqualTo(made);
    assertThat(later.path("clock").asText()).isGreaterThan(made);
  }

  @Test
  void twoProducers_seeEachOtherAtOnce() throws Exception {
    DeskCaller first = signedIn(priya);
    DeskCaller second = signedIn(new LobbyCaller(server.url(), "hybrid-meetings", "ravi"));
    try (Listener listener = second.listens("desk/" + CLASS + "/stream")) {
      assertThat(state(listener)).isEqualTo("OPEN");
      first.types(CLASS, "start");
      assertThat(state(listener)).isEqualTo("RUNNING");
      String run = first.gets("desk/" + CLASS + "/view").body().at("/desk/view/current").asText();
      List<Answer> both =
          Stream.of(first, second)
              .parallel()
              .map(desk -> quietly(() -> desk.types(CLASS, "next from " + run)))
              .toList();
      assertThat(both).allMatch(answer -> answer.status() == 200);
      JsonNode view = first.gets("desk/" + CLASS + "/view").body().at("/desk/view");
      assertThat(view.path("current").asText()).isEqualTo("poll-1");
    }
    try (Listener again = second.listens("desk/" + CLASS + "/stream")) {
      assertThat(again.next().orElseThrow().at("/view/current").asText()).isEqualTo("poll-1");
    }
  }

  @Test
  void signingOut_endsThePass() throws Exception {
    DeskCaller desk = signedIn(priya);
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
    DeskCaller desk = signedIn(priya);
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
    DeskCaller desk = signedIn(priya);
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

  @Test
  void documents_areForWhoeverMayHaveThem() throws Exception {
    DeskCaller desk = signedIn(priya);
    desk.types(CLASS, "start");
    desk.types(CLASS, "note designer: <b>too long</b>");
    desk.types(CLASS, "note client: well done");
    desk.types(CLASS, "end");
    String report = "desk/" + CLASS + "/report";
    assertThat(new DeskCaller(server.url()).gets(report).status()).isEqualTo(401);

    Answer page = desk.gets(report);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.raw()).contains("&lt;b&gt;too long&lt;/b&gt;", "Ran 0 of 60 min");
    for (String form : List.of("pdf", "xlsx", "csv", "json", "png")) {
      assertThat(desk.gets(report + "?form=" + form).status()).as(form).isEqualTo(200);
    }
    assertThat(desk.gets(report + "?form=exe").status()).isEqualTo(404);
    assertThat(desk.gets(report + "?for=client").raw())
        .contains("well done")
        .doesNotContain("too long", "Priya");
    assertThat(desk.gets("desk/" + CLASS + "/timeline").raw())
        .contains("Priya Nair opened", "Priya Nair started the class");
    assertThat(desk.gets("desk/" + CLASS + "/timeline?kind=notes").raw())
        .contains("too long")
        .doesNotContain("started the class");
    assertThat(desk.gets("desk/" + CLASS + "/timeline?form=csv").raw()).contains("at_utc");
    assertThat(desk.gets("desk/" + CLASS + "/digest").raw()).contains("1 delivery", "too long");
    assertThat(desk.gets("desk/" + CLASS + "/digest?form=json").body().path("deliveries").asInt())
        .isEqualTo(1);

    DeskCaller dana = signedIn(new LobbyCaller(server.url(), "hybrid-meetings", "dana"));
    assertThat(dana.gets(report).raw()).contains("too long").doesNotContain("Amara");
    assertThat(dana.gets(report + "?for=producer").status()).isEqualTo(404);
    assertThat(dana.gets(report + "?form=csv").status()).isEqualTo(404);
    assertThat(dana.gets("desk/" + CLASS + "/timeline").status()).isEqualTo(404);
    assertThat(dana.gets("desk/" + OTHER + "/report").status()).isEqualTo(404);
  }

  @Test
  void report_isBackstageThoughNobodyAsked() throws Exception {
    priya.types("start");
    server.clock().advance(Duration.ofMinutes(61));
    priya.types("end");
    server.clock().advance(Duration.ofSeconds(61));
    Await.until("the report", () -> quietly(this::hearsOfTheReport));
    String link = priya.typesForLink("desk report").toString();
    assertThat(link).contains("/desk/" + CLASS + "#in=").endsWith("&then=report");
  }

  @Test
  void board_showsWhatIsWrongInWords() throws Exception {
    DeskCaller desk = signedIn(priya);
    assertThat(desk.gets("desk/-/rows").body().at("/rows/0/worries").isEmpty()).isTrue();
    server.clock().advance(Duration.ofMinutes(20));
    JsonNode row = desk.gets("desk/-/rows").body().at("/rows/0");
    assertThat(row.at("/worries/0/level").asText()).isEqualTo("RED");
    assertThat(row.at("/worries/0/words").asText()).isEqualTo("not started, 18 min late");
    try (Listener listener = desk.listens("desk/-/rows/stream")) {
      assertThat(listener.next().orElseThrow().path("rows")).hasSize(1);
      desk.types(CLASS, "start");
      JsonNode changed = listener.next().orElseThrow().path("rows").path(0);
      assertThat(changed.path("state").asText()).isEqualTo("RUNNING");
      assertThat(changed.at("/worries/0/words").asText()).isEqualTo("18 min behind");
    }
  }

  private DeskCaller signedIn(LobbyCaller caller) throws Exception {
    DeskCaller desk = new DeskCaller(server.url());
    assertThat(desk.enters(DeskCaller.token(caller.typesForLink("desk"))).status()).isEqualTo(200);
    return desk;
  }

  private static String state(Listener listener) throws Exception {
    return listener.next().orElseThrow().at("/view/state").asText();
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }

  private boolean hearsOfTheReport() throws Exception {
    return priya.news().stream().anyMatch(heard -> heard.text().startsWith("Report · "));
  }

  private interface Trying<T> {
    T get() throws Exception;
  }

  private static <T> T quietly(Trying<T> work) {
    try {
      return work.get();
    } catch (Exception exception) {
      throw new IllegalStateException(exception);
    }
  }
}
