package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callboard.desk.Commit;
import dev.callboard.plan.Plan;
import dev.callboard.session.Event;
import dev.callboard.session.Event.NoteFor;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.SessionId;
import dev.callboard.store.Store;
import dev.callboard.testing.Databases;
import dev.callboard.testing.SamplePlans;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;

/** {@code callboard digest} as people type it, beside a server that has the database open. */
@Isolated("prints to the JVM's own output")
class DigestCommandTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Path PLAN_FILE = Path.of("config/plans/hybrid-meetings.yaml");

  @TempDir Path folder;

  private final PrintStream usualOut = System.out;
  private final PrintStream usualErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Store store;

  /**
   * Three deliveries in which the poll took eight minutes of five, and a class that only opened.
   */
  @BeforeEach
  void open() throws IOException {
    String url = Databases.in(folder);
    Files.writeString(config(), "database:\n  url: " + url + "\n");
    store = Store.open(url);
    Plan plan = SamplePlans.shipped("hybrid-meetings");
    for (int day = 0; day < 3; day++) {
      given(plan, "hybrid-meetings-112" + day, NOON.plus(Duration.ofDays(day)));
    }
    Event opened =
        new Event.Opened(SamplePlans.named("idle", "Idle"), new Rooms(List.of(), List.of()), null);
    write("idle-1124", List.of(new Recorded(1, NOON, "priya", opened)));
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() {
    System.setOut(usualOut);
    System.setErr(usualErr);
    store.close();
  }

  private Path config() {
    return folder.resolve("callboard.yaml");
  }

  private void given(Plan plan, String session, Instant start) {
    List<Recorded> log = new ArrayList<>();
    add(log, start, new Event.Opened(plan, new Rooms(List.of(), List.of()), null));
    add(log, start, new Event.Started());
    add(log, start.plusSeconds(300), new Event.Entered("poll-1"));
    add(log, start.plusSeconds(600), new Event.Noted(NoteFor.DESIGNER, "Long", "poll-1", null));
    add(log, start.plusSeconds(780), new Event.Entered("room-types"));
    add(log, start.plusSeconds(1_260), new Event.Ended());
    write(session, log);
  }

  private static void add(List<Recorded> log, Instant at, Event event) {
    log.add(new Recorded(log.size() + 1, at, "priya", event));
  }

  private void write(String session, List<Recorded> log) {
    store
        .ledger()
        .commit(new Commit(new SessionId(session), 0, log, null, List.of(), log.getFirst().at()));
  }

  private int digest(String... arguments) {
    List<String> all = new ArrayList<>(List.of("digest"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--config", config().toString()));
    return new CommandLine(new Main()).execute(all.toArray(String[]::new));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void digestOfAPlan_isPrinted() {
    assertThat(digest("hybrid-meetings")).isZero();
    assertThat(said())
        .contains("Facilitating Hybrid Meetings (hybrid-meetings): 3 deliveries of 1 version")
        .contains(
            "  Plan Poll 1 at 8 minutes, not 5: median 8 over 3 deliveries of this version, 3 of"
                + " them over by 2 min or more.")
        .contains("2026-11-24, note: Long");
    assertThat(complained()).isEmpty();
  }

  @Test
  void copies_countWithTheirPlanAndClientsNeverMix() {
    Plan plan = SamplePlans.shipped("hybrid-meetings");
    given(SamplePlans.copied(plan, "ours", ""), "ours-1124", NOON.plusSeconds(1));
    assertThat(digest("hybrid-meetings")).isZero();
    assertThat(said()).contains("(hybrid-meetings): 4 deliveries of 1 version");
    assertThat(digest("ours")).isEqualTo(2);
    assertThat(complained()).contains("“ours” is a copy (expected: hybrid-meetings, its course)");

    given(SamplePlans.copied(plan, "acme-1", "acme"), "acme-1-1124", NOON.plusSeconds(2));
    assertThat(digest("hybrid-meetings")).isEqualTo(2);
    assertThat(complained()).contains("several clients (expected: --client with one of acme, none");
    out.reset();
    assertThat(digest("hybrid-meetings", "--client", "acme")).isZero();
    assertThat(said()).contains("(hybrid-meetings): 1 delivery of 1 version");
    out.reset();
    assertThat(digest("hybrid-meetings", "--client", "none")).isZero();
    assertThat(said()).contains("(hybrid-meetings): 4 deliveries of 1 version");
    assertThat(digest("hybrid-meetings", "--client", "globex")).isEqualTo(2);
    assertThat(complained()).contains("was not given for globex");
  }

  @Test
  void json_hasTheSameNumbers() throws IOException {
    assertThat(digest("hybrid-meetings", "--json")).isZero();
    JsonNode json = new JsonMapper().readTree(said());

    assertThat(json.at("/deliveries").asInt()).isEqualTo(3);
    assertThat(json.at("/segments/1/segment").asText()).isEqualTo("poll-1");
    assertThat(json.at("/segments/1/over/median").asText()).isEqualTo("PT3M");
    assertThat(json.at("/proposals/0/proposed").asInt()).isEqualTo(8);
    assertThat(json.at("/versions/0/first").asText()).isEqualTo("2026-11-24");
  }

  @Test
  void revision_isPrintedAndNoFileChanged() throws IOException {
    String before = Files.readString(PLAN_FILE);

    assertThat(digest("hybrid-meetings", "--revise", PLAN_FILE.toString())).isZero();

    String poll = "  - title: Poll 1\n    minutes: ";
    assertThat(said()).isEqualTo(before.replace(poll + "5", poll + "8"));
    assertThat(complained()).contains("Plan Poll 1 at 8 minutes, not 5").contains("slot");
    assertThat(Files.readString(PLAN_FILE)).isEqualTo(before);
  }

  @Test
  void mistakes_areExplained() {
    assertThat(digest("hybrid-meeting")).isEqualTo(2);
    assertThat(digest("idle")).isEqualTo(2);
    assertThat(digest("hybrid-meetings", "--json", "--revise", "x")).isEqualTo(2);
    assertThat(digest("hybrid-meetings", "--revise", "/nowhere")).isEqualTo(2);
    assertThat(complained().lines())
        .containsExactly(
            "“hybrid-meeting” was never given (did you mean hybrid-meetings?)",
            "“idle” has no class that has ended (expected: one at least)",
            "--json: with --revise (expected: one of them)",
            "--revise: /nowhere cannot be read (expected: the plan's file)");
    assertThat(said()).isEmpty();
  }
}
