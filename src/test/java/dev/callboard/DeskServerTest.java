package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.DeskCaller.Answer;
import dev.callboard.DeskCaller.Listener;
import dev.callboard.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see and do at the desk and on the board, in the real server. */
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
  void pressing_isTheSameAsTyping() throws Exception {
    DeskCaller desk = DeskCaller.signedIn(server.url(), priya);
    assertThat(desk.types(CLASS, "start").raw()).contains("Started 2 min early");
    assertThat(desk.types(CLASS, "page 12").raw()).contains("Page 12 is in the class room");
    String id = "0b7e9f9a-same-press";
    assertThat(desk.types(CLASS, id, "next").body().path("reply").asText()).isEqualTo("tell");
    assertThat(desk.types(CLASS, id, "next").body().path("reply").asText()).isEqualTo("quiet");
    JsonNode view = desk.gets("desk/" + CLASS + "/view").body().at("/desk/view");
    assertThat(view.path("current").asText()).isEqualTo("poll-1");
    assertThat(view.at("/posts/0/what").asText()).isEqualTo("Page 12");
    assertThat(view.at("/posts/0/by").asText()).isEqualTo("Priya Nair");

    DeskCaller fay =
        DeskCaller.signedIn(server.url(), new LobbyCaller(server.url(), "hybrid-meetings", "fay"));
    assertThat(fay.types(CLASS, "say hello").raw()).contains("is for producers");
    List<String> may = texts(fay.gets("desk/" + CLASS + "/view").body().at("/you/may"));
    assertThat(may).contains("next", "status").doesNotContain("say", "forget");
  }

  @Test
  void everyReader_seesWhatTheReportWouldTellThem() throws Exception {
    priya.meets("everybody-1", "simulate", "everybody");
    DeskCaller desk = DeskCaller.signedIn(server.url(), priya);
    desk.types(CLASS, "start");
    desk.types(CLASS, "note client: CLIENT-NOTE");
    desk.types(CLASS, "note facilitator: FACILITATOR-NOTE");
    desk.types(CLASS, "note designer: DESIGNER-NOTE");
    desk.types(CLASS, "prompt to fay FOR-FAY");
    desk.types(CLASS, "prompt to ravi FOR-RAVI");
    Await.until("the prompts", () -> quietly(() -> view(desk)).contains("FOR-RAVI"));
    assertThat(view(desk))
        .contains("CLIENT-NOTE", "FACILITATOR-NOTE", "DESIGNER-NOTE", "FOR-FAY", "Amara Bello");

    String fay =
        view(
            DeskCaller.signedIn(
                server.url(), new LobbyCaller(server.url(), "hybrid-meetings", "fay")));
    assertThat(fay)
        .contains("FACILITATOR-NOTE", "Amara Bello")
        .doesNotContain("CLIENT-NOTE", "DESIGNER-NOTE", "FOR-RAVI", "FOR-FAY");
    DeskCaller dana =
        DeskCaller.signedIn(server.url(), new LobbyCaller(server.url(), "hybrid-meetings", "dana"));
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
  void today_isAnsweredInChatFromWhatTheBoardHas() throws Exception {
    Await.until("the plans", () -> !quietly(() -> priya.types("today")).contains("in a moment"));
    Await.until("the class", () -> quietly(() -> priya.types("today")).contains("not started"));
    assertThat(priya.types("today"))
        .startsWith("Your classes today")
        .contains("Facilitating Hybrid Meetings", "type start", "Lobby")
        .doesNotContain("Your First Week");
    assertThat(new LobbyCaller(server.url(), "hybrid-meetings", "dana").types("today"))
        .startsWith("You give no class today.");
  }

  @Test
  void view_saysFromWhenItsTimesCount() throws Exception {
    DeskCaller desk = DeskCaller.signedIn(server.url(), priya);
    desk.types(CLASS, "start");
    String made = desk.gets("desk/" + CLASS + "/view").body().at("/desk/made").asText();
    server.clock().advance(Duration.ofSeconds(5));
    JsonNode later = desk.gets("desk/" + CLASS + "/view").body().path("desk");
    assertThat(later.path("made").asText()).isEqualTo(made);
    assertThat(later.path("clock").asText()).isGreaterThan(made);
  }

  @Test
  void twoProducers_seeEachOtherAtOnce() throws Exception {
    DeskCaller first = DeskCaller.signedIn(server.url(), priya);
    DeskCaller second =
        DeskCaller.signedIn(server.url(), new LobbyCaller(server.url(), "hybrid-meetings", "ravi"));
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
  void documents_areForWhoeverMayHaveThem() throws Exception {
    DeskCaller desk = DeskCaller.signedIn(server.url(), priya);
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
    assertThat(desk.gets("desk/" + CLASS + "/timeline?person=Nobody").raw())
        .contains("0 things happened that Nobody did or is named in.")
        .doesNotContain("<tbody><tr>");
    assertThat(desk.gets("desk/" + CLASS + "/timeline?form=csv&person=Nobody").raw().lines())
        .hasSize(1);
    assertThat(desk.gets("desk/" + CLASS + "/digest").raw()).contains("1 delivery", "too long");
    assertThat(desk.gets("desk/" + CLASS + "/digest?form=json").body().path("deliveries").asInt())
        .isEqualTo(1);

    DeskCaller dana =
        DeskCaller.signedIn(server.url(), new LobbyCaller(server.url(), "hybrid-meetings", "dana"));
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
    server.clock().until("the report", () -> quietly(this::hearsOfTheReport));
    String link = priya.typesForLink("desk report").toString();
    assertThat(link).contains("/desk/" + CLASS + "#in=").endsWith("&then=report");
  }

  @Test
  void board_showsWhatIsWrongInWords() throws Exception {
    DeskCaller desk = DeskCaller.signedIn(server.url(), priya);
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

  @Test
  void boardOpenTooOften_theOldestIsToldWhy() throws Exception {
    DeskCaller desk = DeskCaller.signedIn(server.url(), priya);
    List<Listener> boards = new ArrayList<>();
    for (int board = 0; board < 21; board++) {
      boards.add(desk.listens("desk/-/rows/stream"));
      assertThat(boards.getLast().status()).isEqualTo(200);
    }
    assertThat(first(boards.getFirst(), "problem").asText()).startsWith("This page has stopped");
    assertThat(first(boards.getLast(), "rows")).hasSize(1);
    for (Listener board : boards) {
      board.close();
    }
  }

  @Test
  void board_showsWhatIsPlannedAndHowToOpenIt() throws Exception {
    DeskCaller mei = signedInAtTheBoard("onboarding-60", "mei");
    Await.until("the plan", () -> quietly(() -> rows(mei)).size() == 1);
    JsonNode row = rows(mei).path(0); // it is 21:58 in Singapore; the class is at 09:30
    assertThat(row.path("state").asText()).isEqualTo("PLANNED");
    assertThat(row.path("starts").asText()).isEqualTo("2026-11-25T01:30Z");
    assertThat(row.path("next").path("type").asText()).isEqualTo("open onboarding-60");
    assertThat(mei.gets("desk/-/rows").body().at("/alike/0/who").asText()).isEqualTo("Mei Lin");
    LobbyCaller lobby = new LobbyCaller(server.url(), "onboarding-60", "mei");
    assertThat(lobby.types("open onboarding-60")).startsWith("Opened");
    Await.until(
        "the class alone",
        () -> quietly(() -> rows(mei)).path(0).path("state").asText().equals("OPEN"));
    assertThat(rows(mei)).hasSize(1);
  }

  /** What a listener is told under this name, after whatever else. */
  private static JsonNode first(Listener listener, String name) throws Exception {
    JsonNode told = listener.next().orElseThrow();
    while (!told.has(name)) {
      told = listener.next().orElseThrow();
    }
    return told.path(name);
  }

  private DeskCaller signedInAtTheBoard(String plan, String key) throws Exception {
    return DeskCaller.signedIn(server.url(), new LobbyCaller(server.url(), plan, key));
  }

  private static JsonNode rows(DeskCaller desk) throws Exception {
    return desk.gets("desk/-/rows").body().path("rows");
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
