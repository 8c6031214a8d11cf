package dev.callboard.plan;

import static dev.callboard.plan.PlanTexts.SOUND;
import static dev.callboard.plan.PlanTexts.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.Reading.Severity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTest {

  @Test
  void soundPlan_hasNoFindings() {
    assertThat(read(SOUND).findings()).isEmpty();
  }

  static Stream<Arguments> shape() {
    return Stream.of(
        row("slot: 60", "slot: banana", 4, "slot: “banana” (expected: how long the class may take"),
        row("slot: 60", "slot: 9999", 4, "slot: “9999” (expected: how long"),
        row("slot: 60\n", "", 1, "slot: missing (expected: how long"),
        row("slot: 60", "slot:", 4, "slot: missing (expected: how long"),
        row("title: A class", "titel: A class", 1, "titel: unknown key (did you mean title?)"),
        row("title: A class", "Title: A class", 1, "Title: unknown key (did you mean title?)"),
        row("title: A class", "titel: A class", 1, "title: missing (expected: what the class is"),
        row("title: A class", "title: '  '", 1, "title: “  ” (expected: what the class is called"),
        row(
            "slot: 60",
            "slot: 60\nfoo: 1",
            5,
            "foo: unknown key (expected: attendance, client, course, languages, people,"),
        row("\"14:00\"", "\"25:61\"", 3, "start: “25:61” (expected: a time such as"),
        row("\"14:00\"", "noon", 3, "start: “noon” (expected: a time such as"),
        row("role: producer", "role: boss", 7, "people[0].role: “boss” (expected: producer,"),
        row("role: producer", "role: Produser", 7, "people[0].role: “Produser” (did you mean prod"),
        row(
            "role: producer",
            "rol: producer",
            7,
            "people[0].rol: unknown key (did you mean role?)"),
        row("pat@example.com", "pat", 7, "people[0].email: “pat” (expected: an e-mail address"),
        row("key: p,", "key: P1,", 7, "people[0].key: “P1” (expected: a short name of up to 40"),
        row("minutes: 30,", "minutes: -1,", 13, "segments[0].minutes: “-1” (expected: how long it"),
        row("minutes: 30,", "minutes: [30],", 13, "segments[0].minutes: a list (expected: how"),
        row("minutes: 30,", "minutes: 30, min_minutes: 3,", 13, "(did you mean min-minutes?)"),
        row(
            "minutes: 30,",
            "minutes: 30, cuttable: yes,",
            13,
            "cuttable: “yes” (expected: true or"),
        row("minutes: 30,", "minutes: 30, lead: Fay O,", 13, "lead: “Fay O” (expected: the key of"),
        row("{kind: chat}", "{kind: pol}", 13, "activity.kind: “pol” (did you mean poll?)"),
        row("{kind: chat}", "poll", 13, "activity: “poll” (expected: what somebody must launch"),
        row("https://example.com/h", "ftp://example.com", 10, "begins with https://"),
        row("show: team", "show: teams", 11, "resources[1].show: “teams” (did you mean team?)"),
        row("slot: 60", "slot: 60\nwelcome: {English: Hi}", 5, "(expected: a language tag"),
        row("slot: 60", "slot: 60\nlanguages: [english]", 5, "(expected: a language tag, such as"),
        row("slot: 60", "slot: 60\nrooms: {slak: {class: C1}}", 5, "rooms.slak: unknown key (did"),
        row("slot: 60", "slot: 60\nrooms: {slack: C1}", 5, "rooms.slack: “C1” (expected: channels"),
        row("pages: 28", "pages: 0", 5, "workbook.pages: “0” (expected: how many pages it has"),
        row("segments:", "segments: []\nsegmentz:", 12, "segments: an empty list (expected: the"));
  }

  static Stream<Arguments> sense() {
    return Stream.of(
        row("zone: Europe/London", "zone: Europe/Londn", 2, "did you mean Europe/London?"),
        row("zone: Europe/London", "zone: Mars/Base", 2, "(expected: an IANA name"),
        row("\"14:00\"", "2026-02-30T14:00", 3, "(expected: a day that exists, and a time)"),
        row("role: producer", "role: learner", 6, "nobody is producer (expected: one"),
        row("key: f,", "key: p,", 8, "people[1].key: “p” (expected: not that of people[0])"),
        row(
            "fay@example.com",
            "Pat@Example.com",
            8,
            "people[1].email: “Pat@Example.com” (expected:"),
        row("key: guide", "key: handout", 11, "resources[1].key: “handout” (expected: not that of"),
        row("lead: f", "lead: fy", 14, "segments[1].lead: “fy” (did you mean f?)"),
        row("lead: f", "lead: zoltan", 14, "lead: “zoltan” (expected: the key of a person)"),
        row("[handout]", "[handuot]", 14, "segments[1].resources[0]: “handuot” (did you mean"),
        row(
            "pages: [7]",
            "pages: [3, 31]",
            14,
            "segments[1].pages[1]: page 31, the workbook has 28"),
        row("workbook: {title: Workbook, pages: 28}\n", "", 13, "page 7 (expected: a workbook)"),
        row("minutes: 30,", "minutes: 30, min-minutes: 31,", 13, "31 (expected: 30 at most"),
        row(
            "lead: f",
            "fixed-start: \"14:40\", fixed-end: \"14:30\"",
            14,
            "14:30 (expected: after"),
        row(
            "lead: f",
            "fixed-start: \"13:30\"",
            14,
            "(expected: within the class, 14:00 to 15:00)"),
        row("lead: f", "fixed-end: \"15:01\"", 14, "(expected: within the class, 14:00 to 15:00)"),
        row("https://example.com/h", "https://", 10, "resources[0].url: “https://” (expected:"),
        row("https://example.com/h", "https:///h", 10, "(expected: such as https://example.com"),
        row(
            "https://example.com/h",
            "https://example.com/g",
            10,
            "the address of resources[1] (expe"),
        row(
            "pages: 28}",
            "pages: 28, url: https://example.com/g}",
            5,
            "workbook.url: the address of"),
        row("slot: 60", "slot: 60\nwelcome: Read https://example.com/g", 5, "that is for the team"),
        row("slot: 60", "slot: 60\nrooms: {slack: {class: C1, backstage: C1}}", 5, "are one room"),
        row("slot: 60", "slot: 60\nrooms: {lobby: {class: a/backstage}}", 5, "are one room"),
        row(
            "slot: 60",
            "slot: 60\nrooms: {zoom: {meeting: 86120034455, join: 'https://zoom.us/j/a^b'}}",
            5,
            "rooms.zoom.join: “https://zoom.us/j/a^b” (expected: such as"));
  }

  static Stream<Arguments> writing() {
    return Stream.of(
        row("slot: 60", "slot: 60\nslot: 61", 5, "slot: stands twice (expected: once)"),
        row("title: One", "title: [", 13, "a comma or bracket where a value belongs"),
        row("[handout]", "[handout", 14, "a list that is never closed (expected: a ])"),
        row("[handout]", "[handout], cue: Now?", 14, "a question mark inside { } or [ ]"),
        row("/g\", show", "/g, show", 11, "a quote that is never closed"),
        row("title: A class", "title: A: class", 1, "a colon too many, or a wrong indentation"),
        row("slot: 60", "\tslot: 60", 4, "a tab (expected: blanks)"),
        row("title: A class", "title: @class", 1, "begins with a sign (expected: quotes"),
        row("slot: 60", "slot 60", 4, "a word without a colon (expected: key: value)"),
        row(
            "  - {title: One",
            "   - {title: One",
            14,
            "a wrong indentation, or a quote too few above"),
        row("slot: 60", "---\nslot: 60", 4, "a second document (expected: one plan a file)"),
        row("slot: 60", "slot: &s 60\nlanguages: *s", 5, "an alias (expected: the text itself)"),
        row("title: A class", "title: \"A\\0class\"", 1, "a character that cannot be shown"),
        row("slot: 60", "slot: 60\u0001", 4, "a character that cannot be shown (expected: text)"),
        row("A class", "x".repeat(9_000), 1, "a text of 9000 characters (expected: 4000 at most)"));
  }

  private static Arguments row(String sound, String wrong, int line, String message) {
    return Arguments.of(sound, wrong, line, message);
  }

  @ParameterizedTest
  @MethodSource({"shape", "sense", "writing"})
  void mistake_isNamedWithItsLineAndWhatWasExpected(
      String sound, String wrong, int line, String message) {
    Reading reading = read(sound, wrong);

    assertThat(reading.usable()).isEmpty();
    assertThat(reading.findings())
        .anySatisfy(finding -> {
          assertThat(finding.message()).contains(message);
          assertThat(finding.line()).isEqualTo(line);
          assertThat(finding.severity()).isEqualTo(Severity.MISTAKE);
        });
  }

  static Stream<Arguments> doubtful() {
    return Stream.of(
        row("slot: 60", "slot: 55", 4, "segments add up to 60 min, the slot is 55: 5 min too many"),
        row("slot: 60", "slot: 64", 4, "the slot is 64: 4 min are not planned"),
        row("lead: f", "fixed-start: \"14:35\"", 4, "the segments end at 15:05, the slot at 15:00"),
        row("lead: f", "fixed-start: \"14:20\"", 14, "the segments before it take until 14:30"),
        row("lead: f", "fixed-end: \"14:50\"", 14, "begins at 14:30 at the earliest, too late for"),
        row("role: facilitator", "role: designer", 6, "nobody is facilitator"),
        row("{kind: chat}", "{kind: poll}", 13, "segments[0].activity: a poll without asset"),
        row(", activity: {kind: chat}", "", 13, "segments[0]: 30 min without an activity"),
        row("[handout]", "[guide]", 14, "segments[1].resources[0]: “guide” is for the team"),
        row(
            "slot: 60",
            "slot: 60\nlanguages: [en, es]\nwelcome: Hi",
            6,
            "welcome: no text in “es”"),
        row(
            "slot: 60",
            "slot: 60\nwelcome: {en: Hi, fr: Salut}",
            5,
            "welcome.fr: “fr” is not among"),
        row("role: producer", "role: producer, language: es", 7, "“es” is not among the languages"),
        row("slot: 60", "slot: 60\nrooms: {slack: {class: '#c'}}", 5, "“#c” does not look like a"),
        row("slot: 60", "slot: 60\nrooms: {slack: {backstage: C1}}", 5, "rooms.slack: no class"),
        row(
            "role: producer, email: pat@example.com}",
            "role: producer}\nrooms: {slack: {class: C1}}\nzzz:",
            7,
            "people[0]: neither an email nor accounts.slack"),
        row("\"14:00\"", "2026-03-29T01:30", 3, "the clocks go forward over this time"),
        row("\"14:00\"", "2026-10-25T01:30", 3, "the clocks go back over this time"));
  }

  @ParameterizedTest
  @MethodSource("doubtful")
  void doubt_isAWarningWithItsLine(String sound, String other, int line, String message) {
    assertThat(read(sound, other).findings())
        .anySatisfy(finding -> {
          assertThat(finding.message()).contains(message);
          assertThat(finding.line()).isEqualTo(line);
          assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
  }

  @Test
  void warning_leavesThePlanUsable() {
    assertThat(read("slot: 60", "slot: 55").usable()).isPresent();
  }

  @Test
  void mistakesOfAllKinds_areNamedAtOnce() {
    Reading reading =
        read(
            SOUND
                .replace("title: A class", "title: A class\ntitle: Twice")
                .replace("slot: 60", "slot: 0")
                .replace("Europe/London", "Europe/Londn")
                .replace("lead: f", "lead: fey"));

    assertThat(reading.findings())
        .filteredOn(finding -> finding.severity() == Severity.MISTAKE)
        .extracting(Finding::line)
        .containsExactly(2, 3, 5, 15);
  }

  @Test
  void oneMistake_isNamedOnce() {
    assertThat(read("slot: 60", "slot: banana").findings()).hasSize(1);
    assertThat(read("lead: f", "lead: zoltan").findings()).hasSize(1);
    assertThat(read("zone: Europe/London", "zone: London").findings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"14:00\"", "14:00", "2026-11-24T14:00", "2026-11-24 14:00"})
  void start_isReadWithAndWithoutADay(String written) {
    Plan plan = read("\"14:00\"", written).usable().orElseThrow();

    assertThat(plan.startTime()).isEqualTo(LocalTime.of(14, 0));
    assertThat(plan.startDate())
        .isEqualTo(written.startsWith("2") ? LocalDate.of(2026, 11, 24) : null);
  }

  @Test
  void classOverMidnight_mayHaveFixedTimesOnBothSides() {
    Reading reading =
        read(
            SOUND
                .replace("14:00", "23:30")
                .replace("lead: f", "fixed-start: \"0:00\", fixed-end: \"00:30\""));

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.usable().orElseThrow().segments().get(1).fixedStart())
        .isEqualTo(LocalTime.MIDNIGHT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pages: [7]", "pages: 7", "page: 7", "page: {number: 7}", "page: [7]"})
  void page_mayBeWrittenInSeveralWays(String written) {
    assertThat(read("pages: [7]", written).usable().orElseThrow().segments().get(1).pages())
        .containsExactly(new Page(7, null));
  }

  @Test
  void rightToAnUnknownWord_isAMistake() {
    assertThat(read("slot: 60", "slot: 60\nrights: {facilitator: [page, pgae]}").findings())
        .singleElement()
        .hasToString("a.yaml:5: rights.facilitator[1]: “pgae” (did you mean page?)");
    assertThat(read("slot: 60", "slot: 60\nrights: {facilitator: [quiet-prompts]}").findings())
        .isEmpty();
  }

  @Test
  void oneOfAList_mayStandAlone() {
    Plan plan =
        read(SOUND
                .replace("resources: [handout]", "resources: handout")
                .replace("slot: 60", "slot: 60\nlanguages: es\nrights: {facilitator: page}")
                .replace("role: producer", "role: producer, accommodations: captions"))
            .usable()
            .orElseThrow();

    assertThat(plan.segments().get(1).resources()).containsExactly("handout");
    assertThat(plan.languages()).containsExactly("es");
    assertThat(plan.facilitatorMay()).containsExactly("page");
    assertThat(plan.people().getFirst().accommodations()).containsExactly("captions");
  }

  @Test
  void plainText_isInTheClassesOwnLanguage() {
    Plan plan = read("slot: 60", "slot: 60\nlanguages: es\nwelcome: Hola").usable().orElseThrow();
    assertThat(plan.welcome()).containsExactly(Map.entry("es", "Hola"));
  }

  @Test
  void keyLeftOut_isMadeOfTheTitleAndNeverClashes() {
    Plan plan =
        read("""
        title: 2026
        zone: UTC
        start: 9:30
        slot: 8
        people:
          - {name: José Núñez, role: producer, email: j@example.com}
          - {name: Fay, role: facilitator, email: f@example.com}
        resources:
          - {title: "The hand-out!", url: "https://example.com/1"}
        segments:
          - {title: Break, minutes: 2, lead: jose-nunez, resources: the-hand-out}
          - {title: break, minutes: 2}
          - {title: Other, key: break-2, minutes: 2}
          - {title: 休憩, minutes: 2}
        """)
            .usable()
            .orElseThrow();

    assertThat(plan.title()).isEqualTo("2026");
    assertThat(plan.startTime()).isEqualTo(LocalTime.of(9, 30));
    assertThat(plan.people().getFirst().key()).isEqualTo("jose-nunez");
    assertThat(plan.resources().getFirst().key()).isEqualTo("the-hand-out");
    assertThat(plan.segments())
        .extracting(Segment::key)
        .containsExactly("break", "break-3", "break-2", "no-4");
  }

  @Test
  void roomAndAccount_keepTheirDigits() {
    Plan plan =
        read(SOUND
                .replace("slot: 60", "slot: 60\nrooms: {zoom: {class: 81234567890}}")
                .replace("role: producer", "role: producer, accounts: {zoom: 0071}"))
            .usable()
            .orElseThrow();

    assertThat(plan.rooms().get("zoom")).isEqualTo(new Rooms("81234567890", null));
    assertThat(plan.people().getFirst().accounts())
        .containsOnly(Map.entry("zoom", "0071"), Map.entry("lobby", "p"));
  }

  @Test
  void everyClass_hasRoomsInTheLobby() {
    assertThat(read(SOUND).usable().orElseThrow().rooms())
        .containsOnly(Map.entry("lobby", new Rooms("a/class", "a/backstage", "a/meeting", null)));
    assertThat(
            read("slot: 60", "slot: 60\nrooms: {lobby: {class: hall}}")
                .usable()
                .orElseThrow()
                .rooms())
        .containsEntry("lobby", new Rooms("hall", "a/backstage", "a/meeting", null));
  }

  @Test
  void keyWithoutValue_countsAsLeftOut() {
    assertThat(read("slot: 60", "slot: 60\nwelcome:\nrights: ~").usable()).isPresent();
  }

  @Test
  void byteOrderMark_isNoPartOfThePlan() {
    assertThat(read("\uFEFF" + SOUND).findings()).isEmpty();
  }

  @Test
  void fileNameThatNobodyCanType_isAMistake() {
    byte[] sound = SOUND.getBytes(StandardCharsets.UTF_8);
    assertThat(PlanTexts.READER.read("My Plan", "My Plan.yaml", sound).findings())
        .singleElement()
        .hasToString(
            "My Plan.yaml:1: the name of the file: “My Plan” (expected: up to 40 lower-case"
                + " letters, digits and dashes)");
  }
}
