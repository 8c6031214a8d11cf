package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.Await;
import dev.callboard.testing.FakeCollector;
import dev.callboard.testing.FakeCollector.Got;
import dev.callboard.testing.LogLines;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector of traces is sent of a class, and that {@code traces.md} lists all of it. */
class TracesTest {

  private static final String CLASS = "hybrid-meetings-1124";
  private static final String TOKEN = "t0k3n-of-the-collector";

  @TempDir Path folder;
  private FakeCollector collector;
  private LobbyServer server;
  private LobbyCaller priya;

  @BeforeEach
  void open() throws Exception {
    collector = new FakeCollector();
    Path plans = Files.createDirectory(folder.resolve("plans"));
    String plan = Files.readString(Path.of("config/plans/hybrid-meetings.yaml"));
    Files.writeString(plans.resolve("hybrid-meetings.yaml"), "client: northwind\n" + plan);
    server =
        new LobbyServer(
            folder,
            Map.of(
                "CALLBOARD_TRACING_URL",
                collector.url().toString(),
                "CALLBOARD_TRACING_HEADER",
                "X-Token: " + TOKEN,
                "CALLBOARD_PLANS",
                plans.toString()));
    priya = new LobbyCaller(server.url(), "hybrid-meetings", "priya");
  }

  @AfterEach
  void close() {
    server.close();
    collector.close();
  }

  /** What is told by the time the server has stopped. */
  private List<Got> told() {
    server.close();
    return collector.spans();
  }

  private static Got command(List<Got> spans, String word) {
    return spans.stream()
        .filter(span -> span.name().equals("command"))
        .filter(span -> span.attribute("callboard.command").equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static List<Got> children(List<Got> spans, Got parent, String name) {
    return spans.stream()
        .filter(span -> span.parent().equals(parent.id()) && span.name().equals(name))
        .toList();
  }

  @Test
  void command_isTracedFromItsWebhookToItsPost() throws Exception {
    priya.types("open hybrid-meetings");
    priya.types("start");
    priya.types("page 12");
    Await.until(
        "the page's post",
        () -> {
          List<Got> spans = collector.spans();
          return spans.stream()
              .filter(span -> span.name().equals("command"))
              .filter(span -> span.attribute("callboard.command").equals("page"))
              .anyMatch(page -> !children(spans, page, "post").isEmpty());
        });
    List<Got> spans = told();

    Got page = command(spans, "page");
    assertThat(page.attributes())
        .containsEntry("callboard.entrance", "lobby")
        .containsEntry("callboard.outcome", "done")
        .containsEntry("callboard.class", CLASS)
        .containsEntry("callboard.client", "northwind");
    Got webhook =
        spans.stream().filter(span -> span.id().equals(page.parent())).findFirst().orElseThrow();
    assertThat(webhook.name()).isEqualTo("webhook");
    assertThat(webhook.parent()).isEmpty();
    assertThat(webhook.attributes())
        .containsEntry("callboard.platform", "lobby")
        .containsEntry("url.path", "/lobby/events")
        .containsEntry("http.response.status_code", "200")
        .containsEntry("callboard.command", "page")
        .containsEntry("callboard.outcome", "done")
        .containsEntry("callboard.client", "northwind");
    assertThat(children(spans, page, "commit"))
        .singleElement()
        .satisfies(commit ->
            assertThat(commit.attributes())
                .containsEntry("callboard.outcome", "done")
                .containsEntry("callboard.class", CLASS));
    assertThat(children(spans, page, "post"))
        .allSatisfy(post -> {
          assertThat(post.trace()).isEqualTo(webhook.trace());
          assertThat(post.attributes())
              .containsEntry("callboard.platform", "lobby")
              .containsEntry("callboard.class", CLASS)
              .containsEntry("callboard.outcome", "sent");
        });
    assertThat(webhook.resource()).containsEntry("service.name", "callboard");
    assertThat(collector.types()).containsOnly("application/x-protobuf");
  }

  @Test
  void prompt_isTracedFromTheCommitOfTheClock() throws Exception {
    priya.types("open hybrid-meetings");
    priya.types("start");
    server.clock().advance(Duration.ofMinutes(5));
    server.clock().until("what the clock caused", () -> !ofTheClock(collector.spans()).isEmpty());

    assertThat(ofTheClock(told()))
        .allMatch(post -> post.attribute("callboard.class").equals(CLASS));
  }

  private static List<Got> ofTheClock(List<Got> spans) {
    return spans.stream()
        .filter(span -> span.name().equals("commit") && span.parent().isEmpty())
        .flatMap(commit -> children(spans, commit, "post").stream())
        .toList();
  }

  @Test
  void whatPeopleTypeAndWhoTheyAre_isInNoSpan() throws Exception {
    runAClass();
    String all = told().toString().toLowerCase(Locale.ROOT);
    assertThat(all)
        .contains("callboard.command=note", "callboard.command=other")
        .doesNotContain("secret", "priya", "amara", "fay", "@", "bearer", "callboard=", "token")
        .doesNotContain("in=");
  }

  @Test
  void everySpanAndAttribute_isListed() throws Exception {
    runAClass();
    Map<String, List<String>> listed = rows("span");
    Set<String> attributes = rows("attribute").keySet();
    Set<String> named =
        listed.values().stream().flatMap(row -> words(row.get(3))).collect(Collectors.toSet());
    assertThat(named).isSubsetOf(attributes);
    List<Got> spans = told();

    assertThat(spans).extracting(Got::name).contains("webhook", "command", "commit", "post");
    assertThat(spans).extracting(Got::name).contains("presence");
    for (Got span : spans) {
      List<String> row = listed.getOrDefault(span.name(), List.of());
      assertThat(row).as(span.name()).isNotEmpty();
      assertThat(row.get(1)).contains(span.kind().toLowerCase(Locale.ROOT));
      assertThat(words(row.get(3))).as(span.name()).containsAll(span.attributes().keySet());
    }
  }

  /** The rows of one of the tables of the list, by their first cell. */
  private static Map<String, List<String>> rows(String table) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("src/main/resources/traces.md"))) {
      Map<String, List<String>> rows = new TreeMap<>();
      lines
          .dropWhile(line -> !line.startsWith("| " + table + " |"))
          .skip(2)
          .takeWhile(line -> line.startsWith("|"))
          .map(line -> Arrays.stream(line.split("\\|", -1)).skip(1).map(String::strip).toList())
          .forEach(cells -> rows.put(cells.getFirst(), cells));
      return rows;
    }
  }

  private static Stream<String> words(String cell) {
    return Stream.of(cell.split(",", -1)).map(String::strip).filter(word -> !word.isEmpty());
  }

  private void runAClass() throws Exception {
    LobbyCaller amara = new LobbyCaller(server.url(), "hybrid-meetings", "amara");
    priya.types("open hybrid-meetings");
    priya.types("start");
    priya.types("note client: SECRET-NOTE about Fay");
    priya.types("secret@example.com is not a command");
    priya.types("prompt to fay SECRET-PROMPT");
    amara.meets(UUID.randomUUID().toString(), "join", "");
    URI link = priya.typesForLink("desk");
    DeskCaller desk = new DeskCaller(server.url());
    desk.enters(DeskCaller.token(link));
    desk.types(CLASS, "say as-post-1 SECRET-WORDS to everybody");
    desk.types(CLASS, "status");
    server.clock().advance(Duration.ofMinutes(5));
    server.clock().until("posts", () -> collector.spans("post").size() > 3);
  }

  @Test
  void desk_isTracedWithoutAWebhook() throws Exception {
    priya.types("open hybrid-meetings");
    DeskCaller desk = new DeskCaller(server.url());
    desk.enters(DeskCaller.token(priya.typesForLink("desk")));
    desk.types(CLASS, "status");

    Got status = command(told(), "status");
    assertThat(status.parent()).isEmpty();
    assertThat(status.kind()).isEqualTo("SERVER");
    assertThat(status.attributes())
        .containsEntry("callboard.entrance", "desk")
        .containsEntry("callboard.class", CLASS)
        .containsEntry("callboard.client", "northwind");
  }

  @Test
  void collectorThatAsksWhoSends_isShownTheToken() throws Exception {
    priya.types("open hybrid-meetings");
    told();

    assertThat(collector.tokens()).isNotEmpty().containsOnly(TOKEN);
  }

  @Test
  void token_isInNoSpanAndNoLogEvenWhenItIsRefused() throws Exception {
    priya.types("open hybrid-meetings");
    Await.until("spans", () -> !collector.spans().isEmpty());
    assertThat(collector.spans().toString()).doesNotContain(TOKEN);
    collector.refuse();
    try (LogLines log = LogLines.keep()) {
      priya.types("start");
      server.close();

      assertThat(log.lines()).anyMatch(line -> line.contains("401"));
      assertThat(log.lines()).noneMatch(line -> line.contains(TOKEN));
    }
  }

  @Test
  void collectorThatIsAway_hindersNobody() throws Exception {
    collector.close();
    assertThat(priya.types("open hybrid-meetings")).startsWith("Opened");
    assertThat(priya.types("start")).contains("Started");
  }
}
