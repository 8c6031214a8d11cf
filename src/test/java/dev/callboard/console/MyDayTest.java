package dev.callboard.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.chat.Person;
import dev.callboard.command.Day;
import dev.callboard.command.Engagement;
import dev.callboard.command.NextStep;
import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanFolder;
import dev.callboard.session.Event.Ended;
import dev.callboard.session.Event.Started;
import dev.callboard.testing.Await;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody's own classes on their board: what clashes, what comes next, how to get in. */
class MyDayTest {

  private static final Person PRIYA = someone("priya@training.example.com");
  private static final Person DANA = someone("dana@training.example.com");

  @TempDir Path plans;
  private final SettableClock clock = SettableClock.at("2026-11-24T12:00:00Z");
  private final ClassesInMemory classes = new ClassesInMemory(DANA, clock.instant());

  private static Person someone(String email) {
    return new Person("slack", "T1", "U-" + email, "Somebody", email);
  }

  @Test
  void classesThatOverlap_areWarnedOfOnBothRowsInTheirOwnTime() throws IOException {
    plan("one", "2026-11-24T14:00", "Europe/London", "");
    plan("two", "2026-11-24T09:30", "America/New_York", "");
    JsonNode own = own(PRIYA);
    assertThat(words(own, "plan one"))
        .containsExactly("overlaps “Facilitating Hybrid Meetings two” (14:30) by 30 min");
    assertThat(words(own, "plan two"))
        .containsExactly("overlaps “Facilitating Hybrid Meetings one” (09:00) by 30 min");
  }

  @Test
  void tooLittleBetween_isSaidAndEnoughIsNot() throws IOException {
    plan("one", "2026-11-24T14:00", "Europe/London", "");
    plan("two", "2026-11-24T15:05", "Europe/London", "");
    plan("three", "2026-11-24T16:05", "Europe/London", "");
    plan("four", "2026-11-24T17:15", "Europe/London", "");
    JsonNode own = own(PRIYA);
    assertThat(words(own, "plan one"))
        .containsExactly("only 5 min till “Facilitating Hybrid Meetings two” (15:05)");
    assertThat(words(own, "plan two"))
        .containsExactly(
            "“Facilitating Hybrid Meetings three” (16:05) follows at once",
            "only 5 min after “Facilitating Hybrid Meetings one” (14:00)");
    assertThat(words(own, "plan three"))
        .containsExactly("follows “Facilitating Hybrid Meetings two” (15:05) at once");
    assertThat(words(own, "plan four")).isEmpty();
  }

  @Test
  void whoOnlyLooks_hasNoDayOfTheirOwn() throws IOException {
    plan("one", "2026-11-24T14:00", "Europe/London", "");
    plan("two", "2026-11-24T14:00", "Europe/London", "");
    Board board = board();
    assertThat(board.of(DANA).rows()).hasSize(2); // who designed both
    assertThat(board.of(DANA).own()).isEmpty();
    assertThat(board.of(someone("fay@training.example.com")).own()).hasSize(2);
  }

  @Test
  void day_hasOnesOwnClassesAndNoOthers() throws IOException {
    Plan one = plan("one", "2026-11-24T12:00", "Europe/London", "");
    plan("two", "2026-11-24T12:30", "Europe/London", "client: acme\n");
    Plan others = SamplePlans.named("others", "Of others");
    classes.open("one-1124", one);
    classes.open("others-1124", others);
    Board board = board();
    Await.until("the plans", () -> board.day(PRIYA).whole());

    Day day = board.day(PRIYA);
    assertThat(day.classes())
        .extracting(what -> what.id() + " " + what.stage())
        .containsExactly("one-1124 OPEN", "plan two PLANNED");
    assertThat(day.warnings(day.classes().getFirst()))
        .containsExactly("overlaps “Facilitating Hybrid Meetings two” (12:30) by 30 min");
    assertThat(day.classes().getLast().venues()).isNotEmpty();
    assertThat(board.day(DANA).classes()).isEmpty(); // who designed both, and leads
    assertThat(board.day(someone("amara@learners.example.com")).classes()).isEmpty();
    assertThat(board.day(someone("nobody@example.com")).classes()).isEmpty();
    assertThat(board.day(new Person("api", "acme", "priya", "Priya Nair", null)).classes())
        .isEmpty();
  }

  @Test
  void step_isForWhoeverMayDoIt() throws IOException {
    plan("one", "2026-11-24T14:00", "Europe/London", "");
    Board board = board();
    Await.until("the plans", () -> board.day(PRIYA).whole());
    assertThat(board.day(PRIYA).classes())
        .extracting(Engagement::next)
        .containsExactly(new NextStep("open one", null, null));
    assertThat(board.day(someone("fay@training.example.com")).classes())
        .allMatch(what -> what.next() == null && what.who().equals("Priya Nair or Ravi Shah"));
  }

  @Test
  void planThatMayBeGivenOrNot_clashesWithNothing() throws IOException {
    plan("one", "2026-11-24T14:00", "Europe/London", "");
    plan("often", "14:00", "Europe/London", "");
    JsonNode own = own(PRIYA);
    assertThat(own.size()).isEqualTo(2);
    assertThat(words(own, "plan one")).isEmpty();
    assertThat(words(own, "plan often")).isEmpty();
  }

  @Test
  void classThatRunsLate_runsIntoTheNextAndOneThatIsOverDoesNot() throws IOException {
    Plan one = plan("one", "2026-11-24T12:00", "Europe/London", "");
    plan("two", "2026-11-24T13:30", "Europe/London", "");
    classes.open("one-1124", one);
    assertThat(words(own(PRIYA), "one-1124")).isEmpty();
    clock.advance(Duration.ofMinutes(45));
    classes.happens("one-1124", new Started(), clock.instant());
    assertThat(words(own(PRIYA), "one-1124"))
        .containsExactly("overlaps “Facilitating Hybrid Meetings two” (13:30) by 15 min");
    classes.happens("one-1124", new Ended(), clock.instant());
    assertThat(words(own(PRIYA), "one-1124")).isEmpty();
  }

  @Test
  void next_isWhatComesOrIsToBeTyped() throws IOException {
    Plan one = plan("one", "2026-11-24T12:00", "Europe/London", "");
    clock.set(Instant.parse("2026-11-24T11:50:00Z"));
    assertThat(next("plan one")).isEqualTo("{\"type\":\"open one\"}");
    classes.open("one-1124", one);
    assertThat(next("one-1124")).isEqualTo("{\"type\":\"start\",\"at\":\"2026-11-24T12:00Z\"}");
    clock.set(Instant.parse("2026-11-24T12:00:00Z"));
    assertThat(next("one-1124")).isEqualTo("{\"type\":\"start\"}");
    classes.happens("one-1124", new Started(), clock.instant());
    assertThat(next("one-1124")).isEqualTo("{\"what\":\"Poll 1\",\"at\":\"2026-11-24T12:05Z\"}");
    clock.advance(Duration.ofMinutes(6)); // Welcome is over its time
    assertThat(next("one-1124")).isEqualTo("{\"what\":\"Poll 1\"}");
    classes.happens("one-1124", new Ended(), clock.instant());
    assertThat(next("one-1124")).isEmpty(); // no meeting told who was there
  }

  @Test
  void ways_areThoseThatThePlanSaysAndThePlatformsKnow() throws IOException {
    plan(
        "one",
        "2026-11-24T14:00",
        "Europe/London",
        """
        rooms:
          slack: {class: C1, backstage: C2}
          zoom: {meeting: 81234567890, join: "https://acme.zoom.us/j/81234567890?pwd=x"}
          webex: {class: Y2lz}
        """);
    JsonNode rooms = row(board(), "plan one").path("rooms");
    assertThat(rooms.fieldNames()).toIterable().containsExactly("slack", "webex", "zoom");
    assertThat(rooms.path("slack").toString())
        .isEqualTo(
            "{\"CLASS\":\"https://rooms.example.com/slack/home/C1\","
                + "\"BACKSTAGE\":\"https://rooms.example.com/slack/home/C2\"}");
    assertThat(rooms.path("webex")).isEmpty();
    assertThat(rooms.path("zoom").toString())
        .isEqualTo("{\"MEETING\":\"https://acme.zoom.us/j/81234567890?pwd=x\"}");
  }

  @Test
  void lobby_isLedToWhereAClassHasNothingElse() throws IOException {
    plan("one", "2026-11-24T14:00", "Europe/London", "");
    JsonNode rooms = row(board(), "plan one").path("rooms");
    assertThat(rooms.fieldNames()).toIterable().containsExactly("lobby");
    assertThat(rooms.findValuesAsText("CLASS"))
        .containsExactly("https://rooms.example.com/lobby/home/one/class");
  }

  private Plan plan(String key, String start, String zone, String more) throws IOException {
    String sample = Files.readString(Path.of("config/plans/hybrid-meetings.yaml"));
    Files.writeString(
        plans.resolve(key + ".yaml"),
        sample
                .replace("Facilitating Hybrid Meetings", "Facilitating Hybrid Meetings " + key)
                .replace("Europe/London", zone)
                .replace("\"14:00\"", "\"" + start + "\"")
            + more);
    return library().read(key).orElseThrow().usable().orElseThrow();
  }

  private PlanFolder library() {
    return new PlanFolder(plans, Set.of("page", "link"));
  }

  private Board board() {
    return new Board(
        classes,
        new Agenda(library(), KnownWays.IN, Duration.ofSeconds(20)),
        new Losses(classes),
        KnownWays.IN,
        clock);
  }

  private JsonNode own(Person person) {
    return board().of(person).own();
  }

  private String next(String id) {
    return row(board(), id).path("next").toString();
  }

  private static JsonNode row(Board board, String id) {
    Await.until("the row", () -> find(board, id).findAny().isPresent());
    return find(board, id).findAny().orElseThrow();
  }

  private static Stream<? extends JsonNode> find(Board board, String id) {
    return board.of(PRIYA).rows().stream().filter(row -> row.path("id").asText().equals(id));
  }

  private static List<String> words(JsonNode own, String id) {
    assertThat(own.has(id)).isTrue();
    return own.path(id).valueStream().map(JsonNode::asText).toList();
  }
}
