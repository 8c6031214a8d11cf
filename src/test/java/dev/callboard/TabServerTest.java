package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callboard.DeskCaller.Answer;
import dev.callboard.testing.Await;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.FakeTeamsLogin;
import dev.callboard.testing.TeamsActivities;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way in from a tab of Teams, in the real server. */
class TabServerTest {

  private static final String CLASS = "hybrid-1124";
  private static final String TEAMS = "frame-ancestors https://teams.microsoft.com ";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;
  private PlatformServer server;
  private String url;

  @BeforeEach
  void open() throws Exception {
    server = new PlatformServer(folder);
    url = "http://127.0.0.1:" + server.port() + "/";
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void opensClass() throws Exception {
    server.hears(server.teams().signed(TeamsActivities.personal("open", "open hybrid")));
    Await.until(
        "the class", () -> !server.teams().connector().shownToAll(FakeTeams.CHANNEL).isEmpty());
  }

  @Test
  void producer_comesInByTheirAccountOfTeams() throws Exception {
    opensClass();
    DeskCaller desk = new DeskCaller(url);
    Answer in = enters(desk, FakeTeamsLogin.FAY, "");
    assertThat(in.status()).isEqualTo(200);
    assertThat(in.body().path("go").asText()).isEqualTo("/desk");
    String cookie = in.response().headers().firstValue("set-cookie").orElseThrow();
    assertThat(cookie)
        .startsWith("callboard-tab=")
        .endsWith("; Path=/desk; Max-Age=43200; HttpOnly; Secure; SameSite=None; Partitioned");
    assertThat(desk.gets("desk/-/me").body().path("name").asText()).isEqualTo("Fay Osei");
    assertThat(desk.gets("desk/" + CLASS + "/view").body().at("/you/role").asText())
        .isEqualTo("producer");
    assertThat(desk.types(CLASS, "start").raw()).contains("Started");

    Answer out = desk.posts("desk/-/out", "{}");
    assertThat(out.response().headers().firstValue("set-cookie").orElseThrow())
        .startsWith("callboard-tab=; Path=/desk; Max-Age=0;")
        .endsWith("SameSite=None; Partitioned");
    assertThat(desk.gets("desk/-/me").status()).isEqualTo(401);
  }

  @Test
  void besideAMeeting_itIsTheDeskOfItsClass() throws Exception {
    opensClass();
    Answer in = enters(new DeskCaller(url), FakeTeamsLogin.FAY, FakeTeams.CLASS_ROOM);
    assertThat(in.body().path("go").asText()).isEqualTo("/desk/" + CLASS);
    Answer other = enters(new DeskCaller(url), FakeTeamsLogin.FAY, "19:another@thread.v2");
    assertThat(other.body().path("go").asText()).isEqualTo("/desk");
  }

  @Test
  void producerOfAPlan_comesInBeforeAnythingIsOpen() throws Exception {
    DeskCaller desk = new DeskCaller(url);
    Await.until("the plans", () -> status(desk, FakeTeamsLogin.FAY) == 200);
    assertThat(desk.gets("desk/-/rows").body().at("/rows/0/next/type").asText())
        .isEqualTo("open hybrid");
  }

  @Test
  void learnersAndGuests_getNothing() throws Exception {
    opensClass();
    for (String who : List.of(FakeTeamsLogin.LEA, FakeTeamsLogin.GUS)) {
      DeskCaller desk = new DeskCaller(url);
      Answer in = enters(desk, who, FakeTeams.CLASS_ROOM);
      assertThat(in.status()).isEqualTo(403);
      assertThat(in.problem()).startsWith("No class and no plan has you on its team");
      assertThat(in.response().headers().firstValue("set-cookie")).isEmpty();
      assertThat(desk.gets("desk/-/rows").status()).isEqualTo(401);
    }
  }

  @Test
  void wrongTokens_areRefusedAndThenAskedToWaitAndRightOnesAreNot() throws Exception {
    DeskCaller desk = new DeskCaller(url);
    String body = "{\"token\":\"a.b.c\",\"chat\":\"\"}";
    for (int i = 0; i < 20; i++) {
      Answer answer = sends(desk, body);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.problem()).contains("Or type `desk`");
    }
    assertThat(sends(desk, body).status()).isEqualTo(429);
    Await.until("the plans", () -> status(desk, FakeTeamsLogin.FAY) == 200);
  }

  @Test
  void foreignPage_comesInByNoToken() throws Exception {
    opensClass();
    DeskCaller desk = new DeskCaller(url);
    String body = body(FakeTeamsLogin.FAY, "");
    String own = url.substring(0, url.length() - 1);
    for (HttpRequest.Builder request :
        List.of(
            request(desk, "https://teams.microsoft.com", "application/json", "tab"),
            request(desk, "https://evil.example", "application/json", "tab"),
            request(desk, own, "text/plain", "tab"),
            request(desk, own, "application/json", ""))) {
      Answer answer = desk.sent(request.POST(BodyPublishers.ofString(body)).build());
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.response().headers().firstValue("set-cookie")).isEmpty();
    }
    HttpRequest across =
        request(desk, own, "application/json", "tab")
            .header("sec-fetch-site", "cross-site")
            .POST(BodyPublishers.ofString(body))
            .build();
    assertThat(desk.sent(across).status()).isEqualTo(403);
  }

  @Test
  void teamsAlone_mayFrameThePages() throws Exception {
    DeskCaller desk = new DeskCaller(url);
    for (String page : List.of("desk", "desk/teams", "desk/" + CLASS, "desk/x-1/report")) {
      Answer answer = desk.gets(page);
      assertThat(policy(answer)).contains(TEAMS).doesNotContain("unsafe", "*;");
      assertThat(answer.response().headers().firstValue("x-frame-options")).isEmpty();
    }
    assertThat(policy(desk.gets("desk/teams")))
        .contains("script-src 'self' https://res.cdn.office.net/teams-js/;");
    assertThat(policy(desk.gets("desk"))).contains("script-src 'self';");
    for (String page : List.of("lobby/", "health/ready", "desk/-/me", "api/v1/openapi.json")) {
      Answer answer = desk.gets(page);
      assertThat(policy(answer)).as(page).contains("frame-ancestors 'none'");
      assertThat(answer.response().headers().firstValue("x-frame-options")).contains("DENY");
    }
  }

  @Test
  void withoutTeams_nobodyFramesAnythingAndNoTabIsThere() throws Exception {
    try (LobbyServer lobby = new LobbyServer(folder.resolve("lobby"))) {
      DeskCaller desk = new DeskCaller(lobby.url());
      assertThat(desk.gets("desk/teams").status()).isEqualTo(404);
      assertThat(policy(desk.gets("desk"))).contains("frame-ancestors 'none'");
      assertThat(sends(desk, body(FakeTeamsLogin.FAY, "")).status()).isEqualTo(404);
    }
  }

  private int status(DeskCaller desk, String who) {
    try {
      return enters(desk, who, "").status();
    } catch (Exception exception) {
      throw new IllegalStateException(exception);
    }
  }

  private Answer enters(DeskCaller desk, String who, String chat) throws Exception {
    return sends(desk, body(who, chat));
  }

  private String body(String who, String chat) {
    return JSON.createObjectNode()
        .put("token", server.teams().login().token(who))
        .put("chat", chat)
        .toString();
  }

  private static Answer sends(DeskCaller desk, String body) throws Exception {
    return desk.entersByTab(body);
  }

  private static HttpRequest.Builder request(
      DeskCaller desk, String origin, String type, String mark) {
    HttpRequest.Builder request =
        desk.request("desk/-/tab").header("content-type", type).header("origin", origin);
    return mark.isEmpty() ? request : request.header("x-callboard", mark);
  }

  private static String policy(Answer answer) {
    return answer.response().headers().firstValue("content-security-policy").orElse("");
  }
}
