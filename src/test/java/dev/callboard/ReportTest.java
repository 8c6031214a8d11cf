package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.desk.Commit;
import dev.callboard.session.Event;
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
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;

/** {@code callboard report} as people type it, beside a server that has the database open. */
@Isolated("prints to the JVM's own output")
class ReportTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path folder;

  private final PrintStream usualOut = System.out;
  private final PrintStream usualErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Store store;

  @BeforeEach
  void open() throws IOException {
    String url = Databases.in(folder);
    Files.writeString(config(), "database:\n  url: " + url + "\n");
    store = Store.open(url);
    given("hybrid", "hybrid-1124");
    given("hybrid-long", "hybrid-long-1124");
    given("twice", "twice-1124");
    given("twice", "twice-1124-2");
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

  private void given(String plan, String session) {
    Rooms rooms = new Rooms(List.of(), List.of());
    Event opened = new Event.Opened(SamplePlans.named(plan, "A class"), rooms, null);
    store
        .ledger()
        .commit(
            new Commit(
                new SessionId(session),
                0,
                List.of(
                    new Recorded(1, NOON, "priya", opened),
                    new Recorded(2, NOON, "priya", new Event.Started()),
                    new Recorded(3, NOON.plusSeconds(3_600), "priya", new Event.Ended())),
                null,
                List.of(),
                NOON));
  }

  private int report(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "report";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--config";
    all[arguments.length + 2] = config().toString();
    return new CommandLine(new Main()).execute(all);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void reportOfAClass_isPrintedAsCsv() {
    assertThat(report("hybrid-1124", "--csv")).isZero();
    assertThat(said().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("hybrid-1124,hybrid,A class,learner,lee,Lee Wong,"));
  }

  @Test
  void planGivenOnce_isNameEnough() {
    assertThat(report("hybrid")).isZero();
    assertThat(said()).contains("hybrid-1124").doesNotContain("hybrid-long");
  }

  @Test
  void planGivenTwice_needsAnId() {
    assertThat(report("twice")).isEqualTo(2);
    assertThat(complained().lines())
        .first()
        .isEqualTo("“twice” was given 2 times (expected: one of these ids)");
    assertThat(complained()).contains("  twice-1124\n", "  twice-1124-2\n");
    assertThat(said()).isEmpty();
  }

  @Test
  void slip_isAskedBack() {
    assertThat(report("hybird-1124")).isEqualTo(2);
    assertThat(complained())
        .startsWith("“hybird-1124” is no class (did you mean hybrid-1124?)")
        .contains("  hybrid-1124\n");
  }

  @Test
  void unknownClass_isToldWithThoseThereAre() {
    assertThat(report("100%_of_it")).isEqualTo(2);
    assertThat(complained()).contains("“100%_of_it” is no class (expected: a plan's key, or one");
  }

  @Test
  void workbook_isWrittenToAFile() throws IOException {
    Path file = folder.resolve("roll.xlsx");

    assertThat(report("hybrid", "--xlsx", "--out", file.toString())).isZero();
    assertThat(said()).isEqualToIgnoringNewLines("Written: " + file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.getEntry("xl/worksheets/sheet2.xml")).isNotNull();
    }
  }

  @Test
  void layoutAndSegments_chooseTheColumns() {
    assertThat(report("hybrid", "--layout", "moodle")).isZero();
    assertThat(said()).startsWith("email,status,first_join,minutes,remarks\r\n");
    out.reset();
    assertThat(report("hybrid", "--segments", "--bom")).isZero();
    assertThat(said()).startsWith("\uFEFFsession,segment,").contains("welcome,Welcome,learner,lee");
  }

  @Test
  void unknownLayout_isAskedBack() {
    assertThat(report("hybrid", "--layout", "moodel")).isEqualTo(2);
    assertThat(complained()).contains("--layout: “moodel” (did you mean moodle?)");
  }

  @Test
  void contradiction_isRefused() {
    assertThat(report("hybrid", "--csv", "--xlsx")).isEqualTo(2);
    assertThat(complained()).contains("--xlsx: with --csv");
  }

  @Test
  void missingDatabase_isToldAndNotMade() throws IOException {
    Path none = folder.resolve("none.db");
    Files.writeString(config(), "database:\n  url: jdbc:sqlite:" + none + "\n");

    assertThat(report("hybrid")).isEqualTo(1);
    assertThat(complained())
        .startsWith("No report: ")
        .contains("expected: a database that a server");
    assertThat(none).doesNotExist();
  }

  @Test
  void fileThatCannotBeWritten_isTold() {
    assertThat(report("hybrid", "--out", folder.resolve("none/roll.csv").toString())).isEqualTo(2);
    assertThat(complained()).contains("--out: ").contains("cannot be written");
  }
}
