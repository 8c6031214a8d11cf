package dev.callboard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns for other systems: those shipped, and mistakes in one's own. */
class LayoutTest {

  private static final String SOUND =
      """
      title: Ours
      columns:
        - {name: who, value: "{email}"}
      """;

  private final Layouts shipped = new Layouts(Path.of("config/layouts"));

  private static AttendanceTable table() {
    return GivenClass.of(
            2,
            List.of(
                GivenClass.learner("amara", "Amara Bello"),
                GivenClass.learner("ben", "=1+1"),
                GivenClass.learner("chloe", "Chloé Martin")))
        .joins(0, "amara")
        .joins(400, "ben")
        .guest(10, "iPhone 12")
        .event(3_600, new Event.Ended())
        .table();
  }

  private String lines(String layout) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Layout read = shipped.read(layout).orElseThrow().usable().orElseThrow();
    read.file().write(read.sheet(table()), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> mistakes(String text) {
    LayoutReading reading =
        LayoutReader.read("ours", "ours.yaml", text.getBytes(StandardCharsets.UTF_8));
    assertThat(reading.usable().isEmpty()).isEqualTo(!reading.findings().isEmpty());
    return reading.findings().stream().map(Object::toString).toList();
  }

  @Test
  void shippedLayouts_areSound() {
    assertThat(shipped.names()).containsExactly("cornerstone-like", "moodle", "neutral");
    assertThat(shipped.names())
        .allSatisfy(name -> assertThat(shipped.read(name).orElseThrow().findings()).isEmpty());
  }

  @Test
  void moodle_getsItsAcronyms() throws IOException {
    assertThat(lines("moodle").lines())
        .hasSize(4)
        .anyMatch(
            line -> line.startsWith("amara@learners.example.com,P,2026-07-24T14:00:00+01:00,60"))
        .anyMatch(line -> line.startsWith("ben@learners.example.com,L,"))
        .anyMatch(line -> line.startsWith("chloe@learners.example.com,A,,0,"));
  }

  @Test
  void cornerstone_getsAttendanceAndStatus() throws IOException {
    assertThat(lines("cornerstone-like").lines().skip(1))
        .anyMatch(line -> line.contains(",Yes,Completed,60,2026-07-24T14:00:00Z,"))
        .anyMatch(line -> line.contains(",No,No Show,0,"));
  }

  @Test
  void neutral_saysItInStatements() throws IOException {
    assertThat(lines("neutral").lines().skip(1))
        .anyMatch(
            line -> line.startsWith("Amara Bello,mailto:amara@learners.example.com,attended,"))
        .anyMatch(line -> line.startsWith("'=1+1,"))
        .anyMatch(line -> line.contains(",true,PT1H,100,completed,"))
        .anyMatch(line -> line.contains(",false,PT0S,0,not attempted,"));
  }

  @Test
  void guests_haveRowsWhereTheyAreWanted() {
    assertThat(Template.parse("mailto:{email}").orElseThrow().of(table().entries().getLast()))
        .isEmpty();
    assertThat(rows(SOUND)).isEqualTo(3);
    assertThat(rows(SOUND + "guests: true\n")).isEqualTo(4);
  }

  private static long rows(String text) {
    return LayoutReader.read("ours", "ours.yaml", text.getBytes(StandardCharsets.UTF_8))
        .usable()
        .orElseThrow()
        .sheet(table())
        .rows()
        .get()
        .count();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{emial}  | ours.yaml:3: columns[0].value: “emial” (did you mean email?)",
        "{email   | ours.yaml:3: columns[0].value: “{email” (expected: a } for each {",
        "{what}   | ours.yaml:3: columns[0].value: “what” (expected: one of session, plan,",
      })
  void mistakeInAValue_isNamedWithLineAndExpectation(String value, String sentence) {
    assertThat(mistakes(SOUND.replace("{email}", value)))
        .singleElement()
        .asString()
        .startsWith(sentence);
  }

  @Test
  void everyMistake_isNamedAtOnce() {
    assertThat(
            mistakes(
                """
                titel: Ours
                separator: dash
                bom: 1
                columns:
                  - {name: who, value: "{email}"}
                  - {name: who, value: "{status}", words: {present: true, late: L, gone: X}}
                  - {value: "x"}
                """))
        .contains(
            "ours.yaml:1: titel: unknown key (did you mean title?)",
            "ours.yaml:2: separator: “dash” (expected: comma, semicolon or tab)",
            "ours.yaml:3: bom: “1” (expected: true or false)",
            "ours.yaml:6: columns[1].name: “who” (expected: a name that no other column has)",
            "ours.yaml:6: columns[1].words.present: “true” (expected: a text; in quotes if it is"
                + " true or false)",
            "ours.yaml:6: columns[1].words: no word for absent (expected: one for each status)")
        .anyMatch(line -> line.startsWith("ours.yaml:6: columns[1].words: “gone” (expected: one"))
        .anyMatch(line -> line.startsWith("ours.yaml:7: columns[2].name: missing (expected: what"))
        .anyMatch(line -> line.startsWith("ours.yaml:1: title: missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "- a", "[", "just words", "columns: []\ntitle: x", "a: &b c"})
  void whatIsNoLayout_isRefusedInWords(String text) {
    assertThat(mistakes(text)).isNotEmpty().allMatch(line -> line.contains("ours.yaml"));
  }

  @Test
  void nameThatLeadsElsewhere_isNoLayout() {
    assertThat(shipped.read("../plans/onboarding-60")).isEmpty();
    assertThat(shipped.read("none")).isEmpty();
  }
}
