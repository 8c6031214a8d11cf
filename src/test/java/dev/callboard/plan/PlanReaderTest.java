package dev.callboard.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.Reading.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTest {

  private static final Path SAMPLES = Path.of("config/plans");
  private static final PlanReader READER = new PlanReader();

  private static final String SOUND =
      """
      title: A class
      zone: Europe/London
      start: "14:00"
      slot: 60
      workbook: {title: Workbook, pages: 28}
      people:
        - {key: p, name: Pat, role: producer}
        - {key: f, name: Fay, role: facilitator}
      resources:
        - {key: handout, title: Handout, url: "https://example.com/h"}
      segments:
        - {title: One, minutes: 30}
        - {title: Two, minutes: 30, lead: f, pages: [7], resources: [handout]}
      """;

  private static Reading read(String text) {
    return READER.read("a", "a.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid-meetings", "feedback-90", "onboarding-60"})
  void samples_haveNothingToMendAndFillTheirSlot(String key) throws IOException {
    Reading reading =
        READER.read(key, key + ".yaml", Files.readAllBytes(SAMPLES.resolve(key + ".yaml")));

    assertThat(reading.findings()).isEmpty();
    Plan plan = reading.usable().orElseThrow();
    Duration sum =
        plan.segments().stream().map(Segment::planned).reduce(Duration.ZERO, Duration::plus);
    assertThat(sum).isEqualTo(plan.slot());
  }

  @Test
  void everyKey_isRead() throws IOException {
    Plan plan =
        READER
            .read(
                "hybrid-meetings", "x", Files.readAllBytes(SAMPLES.resolve("hybrid-meetings.yaml")))
            .usable()
            .orElseThrow();

    assertThat(plan.startTime()).isEqualTo(LocalTime.of(14, 0));
    assertThat(plan.languages()).containsExactly("en", "es");
    assertThat(plan.withRole(Role.LEARNER)).hasSize(18);
    assertThat(plan.person("ana").orElseThrow().language()).isEqualTo("es");
    assertThat(plan.person("priya").orElseThrow().accounts()).containsEntry("lobby", "priya");
    assertThat(plan.rooms().get("lobby"))
        .isEqualTo(new Rooms("hybrid-meetings/class", "hybrid-meetings/backstage"));
    assertThat(plan.resource("guide").orElseThrow().audience()).isEqualTo(Resource.Show.TEAM);
    assertThat(plan.facilitatorMay()).containsExactly("page");
    Segment activity = plan.segments().get(4);
    assertThat(activity.key()).isEqualTo("activity-2");
    assertThat(activity.minimum()).isEqualTo(Duration.ofMinutes(10));
    assertThat(activity.activity()).isEqualTo(new Activity("breakout", "four rooms"));
    assertThat(activity.instructions()).containsKeys("en", "es");
    assertThat(plan.segments().get(1).key()).isEqualTo("poll-1");
    assertThat(plan.segments().get(3).cuttable()).isTrue();
  }

  @Test
  void unquotedTime_isATimeAndDayIsKept() {
    Plan plan = read(SOUND.replace("\"14:00\"", "2026-11-24T14:00")).usable().orElseThrow();
    assertThat(plan.startDate()).hasToString("2026-11-24");
    assertThat(read(SOUND.replace("\"14:00\"", "14:00")).findings()).isEmpty();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("slot: 60", "slot: banana", 4, "slot: “banana” (expected: how long"),
        mistake("slot: 60", "slot: 9999", 4, "slot: “9999” (expected: how long"),
        mistake("title: A class", "titel: A class", 1, "titel: unknown key (did you mean title?)"),
        mistake("title: A class", "titel: A class", 1, "title: missing (expected: a text of up"),
        mistake("zone: Europe/London", "zone: Europe/Londn", 2, "did you mean Europe/London?"),
        mistake("\"14:00\"", "\"25:61\"", 3, "start: “25:61” (expected: a time such as"),
        mistake("\"14:00\"", "2026-02-30T14:00", 3, "(expected: a day that exists)"),
        mistake("role: producer", "role: boss", 7, "people[0].role: “boss” (expected: producer,"),
        mistake("role: producer", "role: learner", 6, "nobody has the role producer"),
        mistake("key: f,", "key: p,", 8, "people[1].key: “p” (expected: not that of people[0])"),
        mistake("lead: f", "lead: g", 13, "segments[1].lead: “g” (did you mean"),
        mistake("[handout]", "[handuot]", 13, "segments[1].resources[0]: “handuot” (did you mean"),
        mistake("pages: [7]", "pages: [31]", 13, "page 31, the workbook has 28"),
        mistake("minutes: 30}", "minutes: 30, min-minutes: 31}", 12, "(expected: at most minutes"),
        mistake(
            "minutes: 30}", "minutes: -1}", 12, "segments[0].minutes: “-1” (expected: a number"),
        mistake("https://example.com/h", "ftp://example.com", 10, "begins with https://"),
        mistake("https://example.com/h", "https://", 10, "(expected: an address"),
        mistake(
            "slot: 60",
            "slot: 60\nrooms: {slack: {class: C1, backstage: C1}}",
            5,
            "class and backstage are the same room"),
        mistake("slot: 60", "slot: 60\nrooms: {slak: {class: C1}}", 5, "rooms.slak"),
        mistake("slot: 60", "slot: 60\nslot: 61", 5, "stands twice"),
        mistake("title: One", "title: [", 12, "no valid YAML"));
  }

  private static Arguments mistake(String sound, String wrong, int line, String message) {
    return Arguments.of(sound, wrong, line, message);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistake_isNamedWithItsLineAndWhatWasExpected(
      String sound, String wrong, int line, String message) {
    assertThat(SOUND).contains(sound);
    Reading reading = read(SOUND.replaceFirst(Pattern.quote(sound), wrong));

    assertThat(reading.usable()).isEmpty();
    assertThat(reading.findings())
        .anySatisfy(finding -> {
          assertThat(finding.message()).contains(message);
          assertThat(finding.line()).isEqualTo(line);
          assertThat(finding.severity()).isEqualTo(Severity.MISTAKE);
        });
  }

  @Test
  void allMistakes_areNamedAtOnce() {
    Reading reading =
        read(SOUND.replace("slot: 60", "slot: 0").replace("minutes: 30", "minutes: x"));

    assertThat(reading.findings()).extracting(Finding::line).containsExactly(4, 12, 13);
  }

  @Test
  void warnings_doNotMakeAPlanUnusable() {
    Reading reading = read(SOUND.replace("slot: 60", "slot: 55"));

    assertThat(reading.usable()).isPresent();
    assertThat(CheckReport.lines("a", reading))
        .containsExactly(
            "a: 1 thing", "  look  a.yaml:4: segments add up to 60 min, the slot is 55");
  }

  static Stream<byte[]> hostile() {
    byte[] noise = new byte[5_000];
    new Random(3).nextBytes(noise);
    return Stream.of(
        noise,
        new byte[0],
        new byte[2 * 1024 * 1024],
        "- a\n- b".getBytes(StandardCharsets.UTF_8),
        "just text".getBytes(StandardCharsets.UTF_8),
        ("a: " + "[".repeat(5_000)).getBytes(StandardCharsets.UTF_8),
        "a: &x [1]\nb: [*x,*x,*x]".getBytes(StandardCharsets.UTF_8),
        "!!javax.script.ScriptEngineManager [1]".getBytes(StandardCharsets.UTF_8),
        "? [a]\n: b".getBytes(StandardCharsets.UTF_8),
        new byte[] {(byte) 0xff, (byte) 0xfe, 0x20});
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileBytes_areOneFindingNotAnException(byte[] bytes) {
    Reading reading = READER.read("a", "a.yaml", bytes);

    assertThat(reading.usable()).isEmpty();
    assertThat(reading.findings()).isNotEmpty();
  }

  @Test
  void mutatedSamples_areReadOrRefusedButNeverBreakTheReader() throws IOException {
    byte[] sample = Files.readAllBytes(SAMPLES.resolve("hybrid-meetings.yaml"));
    Random random = new Random(42);
    for (int i = 0; i < 1_500; i++) {
      byte[] mutated = sample.clone();
      for (int m = 0; m <= random.nextInt(4); m++) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      Reading reading = READER.read("a", "a.yaml", mutated);
      assertThat(reading.usable().isPresent() || !reading.findings().isEmpty()).isTrue();
    }
  }

  @Test
  void folder_readsAPlanAgainWhenItChangedAndRefusesForeignPaths(@TempDir Path folder)
      throws IOException {
    PlanFolder plans = new PlanFolder(folder);
    Files.writeString(folder.resolve("a.yaml"), SOUND);
    Files.writeString(folder.resolve("bad.yaml"), "title: [");
    assertThat(plans.keys()).containsExactly("a", "bad");
    assertThat(plans.read("a").orElseThrow().usable().orElseThrow().title()).isEqualTo("A class");
    assertThat(plans.read("bad").orElseThrow().usable()).isEmpty();

    Files.writeString(folder.resolve("a.yaml"), SOUND.replace("A class", "Another class"));
    assertThat(plans.read("a").orElseThrow().usable().orElseThrow().title())
        .isEqualTo("Another class");
    assertThat(plans.read("../a")).isEmpty();
    assertThat(plans.read("none")).isEmpty();
  }
}
