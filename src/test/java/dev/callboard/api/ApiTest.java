package dev.callboard.api;

import static dev.callboard.api.ApiServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.testing.LogLines;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs read and do, by the real server. */
class ApiTest {

  @TempDir Path folder;

  @AutoClose private ApiServer api;
  private String acme;
  private String rival;

  @BeforeEach
  void open() throws IOException {
    api = new ApiServer(folder);
    acme = api.token("acme", "read, command");
    rival = api.token("rival", "read, command");
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return api.send(api.get(path, token));
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return api.send(api.post(path, acme, body));
  }

  @Test
  void classIsOpenedRunAndRead_asIfTypedInChat() throws Exception {
    String id = api.opens("hybrid", acme);
    assertThat(id).isEqualTo("hybrid-1124");

    assertThat(api.says(id, acme, "start").path("text").textValue()).contains("Welcome");
    api.clock().advance(Duration.ofMinutes(14));
    JsonNode answer = api.says(id, acme, "next");

    JsonNode now = json(get("sessions/" + id, acme));
    assertThat(now.path("state").textValue()).isEqualTo("running");
    assertThat(now.path("seq")).isEqualTo(answer.path("seq"));
    assertThat(now.path("segments").path(0).path("phase").textValue()).isEqualTo("done");
    assertThat(now.path("segments").path(0).path("overSeconds").longValue()).isEqualTo(540);
    assertThat(now.path("behindSeconds").longValue()).isPositive();
    assertThat(now.path("worries").path(0).path("words").textValue()).contains("behind");
  }

  @Test
  void openedClass_isLoggedAsItsProducers_andNoAccountIsTakenForTheirs() throws Exception {
    String id = api.opens("hybrid", acme);
    api.says(id, acme, "start");

    JsonNode events = json(get("sessions/" + id + "/events", acme)).path("events");

    assertThat(events.valueStream().map(event -> event.path("type").textValue()))
        .contains("Opened", "Started")
        .doesNotContain("Recognised");
    assertThat(events.valueStream().map(event -> event.path("by").textValue()))
        .containsOnly("api:priya", "priya");
    assertThat(events.valueStream().map(event -> event.path("via").textValue()))
        .containsOnly("program 1");
  }

  @Test
  void sameKeyTwice_doesItOnce() throws Exception {
    String id = api.opens("hybrid", acme);
    api.says(id, acme, "start");
    ApiServer.Call next =
        api.post("sessions/" + id + "/commands", acme, "{\"line\":\"next\",\"as\":\"priya\"}");

    JsonNode first = json(api.send(next));
    JsonNode second = json(api.send(next));

    assertThat(first.path("repeated").booleanValue()).isFalse();
    assertThat(second.path("repeated").booleanValue()).isTrue();
    assertThat(second.path("reply").textValue()).isEqualTo("quiet");
    assertThat(second.path("seq")).isEqualTo(first.path("seq"));
  }

  @Test
  void openingTwiceUnderOneKey_isTheSameClass_andUnderAnotherIsRefused() throws Exception {
    ApiServer.Call open = api.post("sessions", acme, "{\"plan\":\"hybrid\",\"as\":\"priya\"}");

    HttpResponse<String> first = api.send(open);
    HttpResponse<String> second = api.send(open);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.headers().firstValue("location")).contains("/api/v1/sessions/hybrid-1124");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(json(second).path("id")).isEqualTo(json(first).path("id"));
    HttpResponse<String> busy = post("sessions", "{\"plan\":\"hybrid\",\"as\":\"priya\"}");
    assertThat(busy.statusCode()).isEqualTo(409);
    assertThat(json(busy).path("detail").textValue()).contains("still open");
    api.says("hybrid-1124", acme, "end");
    api.says("hybrid-1124", acme, "end confirm");
    api.clock().advance(Duration.ofMinutes(1));
    String another = api.opens("hybrid", acme);
    assertThat(another).isNotEqualTo("hybrid-1124");
    HttpResponse<String> third = api.send(open);
    assertThat(third.statusCode()).isEqualTo(200);
    assertThat(json(third).path("id").textValue()).isEqualTo("hybrid-1124");
  }

  @Test
  void keyOfAnotherProgram_isItsOwn() throws Exception {
    String id = api.opens("hybrid", acme);
    String path = "sessions/" + id + "/commands";
    api.says(id, acme, "start");
    ApiServer.Call next = api.post(path, acme, "{\"line\":\"note one\",\"as\":\"priya\"}");
    String second = api.token("acme", "command");

    JsonNode first = json(api.send(next));
    JsonNode other =
        json(api.send(new ApiServer.Call("POST", path, second, next.body(), next.headers())));

    assertThat(other.path("repeated").booleanValue()).isFalse();
    assertThat(other.path("seq").longValue()).isGreaterThan(first.path("seq").longValue());
  }

  @Test
  void keyUsedForSomethingElse_isRefused_andItIsNotDone() throws Exception {
    ApiServer.Call open = api.post("sessions", acme, "{\"plan\":\"hybrid\",\"as\":\"priya\"}");
    String path = "sessions/" + json(api.send(open)).path("id").textValue() + "/commands";
    ApiServer.Call start = api.post(path, acme, "{\"line\":\"start\",\"as\":\"priya\"}");
    JsonNode started = json(api.send(start));

    byte[] next = "{\"line\":\"next\",\"as\":\"priya\"}".getBytes(StandardCharsets.UTF_8);
    for (ApiServer.Call odd :
        List.of(
            new ApiServer.Call("POST", path, acme, next, start.headers()),
            new ApiServer.Call("POST", path, acme, next, open.headers()),
            new ApiServer.Call("POST", path, acme, open.body(), open.headers()),
            new ApiServer.Call("POST", "sessions", acme, open.body(), start.headers()))) {
      HttpResponse<String> refused = api.send(odd);
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    }
    JsonNode again = json(api.send(start));
    assertThat(again.path("repeated").booleanValue()).isTrue();
    assertThat(again.path("seq")).isEqualTo(started.path("seq"));
  }

  /** However many classes of others came since; nor does a place in a list tell of theirs. */
  @Test
  void classesOfOthers_standInNoList() throws Exception {
    String id = api.opens("hybrid", acme);
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("callboard.db"));
        Statement statement = database.createStatement()) {
      statement.execute(
          "insert into session (id, newest, is_open, opened_at)"
              + " with recursive n(i) as (select 1 union all select i + 1 from n where i < 2500)"
              + " select 'secret-' || i, 1, 0, 4000000000000000 + i from n");
      statement.execute(
          "insert into event (session, seq, at, who, body) select id, 1, 0, 'x',"
              + " '{\"type\":\"Opened\",\"plan\":{\"key\":\"secret\",\"client\":\"rival\"}}'"
              + " from session where id like 'secret-%'");
    }

    JsonNode page = json(get("sessions?limit=1", acme));

    assertThat(page.path("sessions").findValuesAsText("id")).containsExactly(id);
    assertThat(page.path("next").isNull()).isTrue();
  }

  @Test
  void whoMayWhat_thePlanSays() throws Exception {
    String id = api.opens("hybrid", acme);
    String path = "sessions/" + id + "/commands";

    JsonNode facilitator = json(post(path, "{\"line\":\"forget amara\",\"as\":\"fay\"}"));
    HttpResponse<String> learner = post(path, "{\"line\":\"start\",\"as\":\"amara\"}");
    HttpResponse<String> nobody = post(path, "{\"line\":\"start\",\"as\":\"zoe\"}");
    HttpResponse<String> opener = post("sessions", "{\"plan\":\"hybrid\",\"as\":\"fay\"}");

    assertThat(facilitator.path("text").textValue()).contains("is for producers");
    assertThat(learner.statusCode()).isEqualTo(422);
    assertThat(json(nobody).path("detail").textValue()).contains("priya, ravi");
    assertThat(opener.statusCode()).isEqualTo(409);
    assertThat(json(opener).path("detail").textValue()).contains("Only a producer can open");
    assertThat(json(get("sessions/" + id, acme)).path("state").textValue()).isEqualTo("open");
  }

  @Test
  void classesAndPlansOfAnotherClient_areNotThere() throws Exception {
    String theirs = api.opens("theirs", rival);

    for (String path :
        List.of(
            "sessions/" + theirs,
            "sessions/" + theirs + "/attendance",
            "sessions/" + theirs + "/attendance.csv",
            "sessions/" + theirs + "/report",
            "sessions/" + theirs + "/report.pdf",
            "sessions/" + theirs + "/events",
            "plans/theirs/check")) {
      HttpResponse<String> foreign = get(path, acme);
      HttpResponse<String> none = get(path.replace("theirs", "nothing"), acme);
      assertThat(foreign.statusCode()).as(path).isEqualTo(404);
      assertThat(foreign.body()).as(path).isEqualTo(none.body());
    }
    assertThat(json(get("sessions", acme)).path("sessions")).isEmpty();
    assertThat(json(get("sessions?plan=theirs", acme)).path("sessions")).isEmpty();
    assertThat(json(get("plans", acme)).path("plans").findValuesAsText("key"))
        .containsExactly("broken", "hybrid");
    assertThat(
            post("sessions/" + theirs + "/commands", "{\"line\":\"start\",\"as\":\"priya\"}")
                .statusCode())
        .isEqualTo(404);
    assertThat(post("sessions", "{\"plan\":\"theirs\",\"as\":\"priya\"}").statusCode())
        .isEqualTo(404);
  }

  /** Priya is on both teams; the program of one client must not act in the other's class. */
  @Test
  void lineThatMeansAnotherClass_isRefused() throws Exception {
    String mine = api.opens("hybrid", acme);
    String theirs = api.opens("theirs", rival);
    String path = "sessions/" + mine + "/commands";

    for (String line :
        List.of(
            "@" + theirs + " start",
            "open theirs",
            "/open theirs",
            "/class open theirs",
            "OPEN",
            "desk",
            "Desk",
            "/class /desk",
            "today")) {
      String body =
          ApiServer.JSON.createObjectNode().put("line", line).put("as", "priya").toString();
      assertThat(post(path, body).statusCode()).as(line).isEqualTo(422);
    }
    assertThat(json(get("sessions/" + theirs, rival)).path("state").textValue()).isEqualTo("open");
    assertThat(api.says(mine, acme, "/class @" + theirs + " start").path("text").textValue())
        .contains("No command");
  }

  @Test
  void listOfClasses_isPagedAndKeepsItsPlace() throws Exception {
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String id = api.opens("hybrid", acme);
      opened.addFirst(id);
      if (i < 4) {
        ends(id);
      }
      api.clock().advance(Duration.ofMinutes(1));
    }
    api.opens("theirs", rival);

    JsonNode first = json(get("sessions?limit=2", acme));
    ends(opened.getFirst());
    api.opens("hybrid", acme);
    List<String> seen = new ArrayList<>(first.path("sessions").findValuesAsText("id"));
    JsonNode page = first;
    while (!page.path("next").isNull()) {
      page = json(get("sessions?limit=2&after=" + page.path("next").textValue(), acme));
      seen.addAll(page.path("sessions").findValuesAsText("id"));
    }

    assertThat(seen).isEqualTo(opened);
    assertThat(json(get("sessions?open=true", acme)).path("sessions")).hasSize(1);
    assertThat(json(get("sessions?open=false&plan=hybrid", acme)).path("sessions")).hasSize(5);
  }

  private void ends(String id) throws Exception {
    api.says(id, acme, "start");
    api.says(id, acme, "end");
    if (!json(get("sessions/" + id, acme)).path("state").textValue().equals("ended")) {
      api.says(id, acme, "end confirm");
    }
    assertThat(json(get("sessions/" + id, acme)).path("state").textValue()).isEqualTo("ended");
  }

  @Test
  void events_comeInPages_withoutWhatPeopleNeed() throws Exception {
    String id = api.opens("hybrid", acme);
    api.says(id, acme, "start");
    api.says(id, acme, "note client: the room is cold");

    JsonNode first = json(get("sessions/" + id + "/events?limit=2", acme));
    JsonNode rest =
        json(get("sessions/" + id + "/events?after=" + first.path("next").longValue(), acme));

    assertThat(first.path("events").path(0).path("type").textValue()).isEqualTo("Opened");
    assertThat(first.path("events").path(0).path("body").path("plan").path("key").textValue())
        .isEqualTo("hybrid");
    assertThat(first.toString() + rest).doesNotContain("accommodations", "Leeds meeting room");
    assertThat(rest.path("next").isNull()).isTrue();
    assertThat(rest.toString()).contains("the room is cold");
  }

  @Test
  void whatPeopleNeed_isInNoAnswer() throws Exception {
    String sample = Files.readString(api.plans().resolve("hybrid.yaml"));
    String secret = "needs-secret " + "x".repeat(200);
    api.plan("long", sample.replace("[captions in Spanish]", "[" + secret + "]"));
    api.plan("beside", sample);
    Files.writeString(
        api.plans().resolve("beside.roster.csv"), "name,accommodations\nZoe," + secret + "\n");
    String id = api.opens("hybrid", acme);
    api.says(id, acme, "start");

    String missing = api.says(id, acme, "missing").toString();
    assertThat(missing).contains("Amara", "amara@learners.example.com");
    assertThat(missing).doesNotContain("captions in Spanish", "Leeds meeting room");
    for (String plan : List.of("long", "beside")) {
      String check = get("plans/" + plan + "/check", acme).body();
      assertThat(check).contains("accommodations").doesNotContain("needs-secret");
    }
  }

  @Test
  void checkOfAPlan_tellsItsMistakes() throws Exception {
    JsonNode broken = json(get("plans/broken/check", acme));
    HttpResponse<String> open = post("sessions", "{\"plan\":\"broken\",\"as\":\"priya\"}");

    assertThat(broken.path("usable").booleanValue()).isFalse();
    assertThat(broken.path("findings").toString()).contains("banana");
    assertThat(open.statusCode()).isEqualTo(409);
    assertThat(json(open).path("errors").toString()).contains("banana");
    assertThat(json(get("plans/hybrid/check", acme)).path("usable").booleanValue()).isTrue();
  }

  @Test
  void tokenIsNeverLogged_andTheDeedIs() throws Exception {
    try (LogLines log = LogLines.keep()) {
      String id = api.opens("hybrid", acme);
      api.says(id, acme, "start");
      get("sessions", acme + "x");

      assertThat(log.lines())
          .anyMatch(line -> line.contains("acme/program 1 speaks as priya: open"))
          .anyMatch(line -> line.contains("speaks as priya: @hybrid-1124 start"));
      assertThat(log.lines()).noneMatch(line -> line.contains(acme) || line.contains("Bearer"));
    }
  }
}
