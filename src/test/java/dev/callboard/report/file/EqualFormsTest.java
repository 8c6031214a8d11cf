package dev.callboard.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callboard.report.model.Attendance.Person;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Timing.Part;
import dev.callboard.report.model.Trouble;
import dev.callboard.report.model.Troubles;
import dev.callboard.report.model.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Each form is read back, and says the same of everybody and of every segment. */
class EqualFormsTest {

  private final ClassReport report = HeldClass.report();

  private List<String> segments() {
    return report.timing().parts().stream()
        .map(part -> line(part.title(), Words.length(part.plannedLength()), took(part), over(part)))
        .toList();
  }

  private static String took(Part part) {
    return part.visits().isEmpty() ? "–" : Words.length(part.spent());
  }

  private static String over(Part part) {
    return part.measured() ? Words.signed(part.over()) : "–";
  }

  private List<String> people() {
    return report.attendance().people().stream()
        .map(person ->
            line(
                person.name(),
                person.status().word(),
                "" + person.minutes(),
                "" + person.of().toMinutes(),
                person.why()))
        .toList();
  }

  private static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column));
  }

  private static String line(String... parts) {
    return String.join(" | ", parts);
  }

  @Test
  void sample_hasSomethingOfEverything() {
    assertThat(report.timing().parts()).hasSize(9);
    assertThat(report.attendance().people()).hasSize(19);
    assertThat(report.attendance().people()).extracting(Person::status).hasSizeGreaterThan(3);
    assertThat(report.posts()).hasSizeGreaterThan(4);
    assertThat(report.notes()).hasSize(4);
    assertThat(report.troubles().all()).hasSize(2);
    assertThat(report.prompting().said()).hasSizeGreaterThan(20);
    assertThat(report.header().result())
        .isEqualTo(
            "Ran 62 of 60 min, 2 min over, after a start 5 min late; 14 of 18 learners present,"
                + " 1 late, 1 there too briefly, 1 absent, 1 excused, 1 guest.");
  }

  @Test
  void page_saysWhatTheReportSays() {
    var page = ReadBack.document(ReadBack.html(report));

    assertThat(ReadBack.rows(page, "segments"))
        .extracting(row ->
            line(
                cell(row, "Segment"),
                cell(row, "Planned"),
                cell(row, "Took"),
                cell(row, "Over or under")))
        .isEqualTo(segments());
    assertThat(ReadBack.rows(page, "people"))
        .extracting(row ->
            line(
                cell(row, "Name"),
                cell(row, "Status").replaceFirst(", .*", ""),
                cell(row, "Minutes"),
                cell(row, "Of"),
                cell(row, "Why")))
        .isEqualTo(people());
    assertThat(ReadBack.rows(page, "causes").getLast().get("By"))
        .isEqualTo(Words.signed(report.timing().deviation()));
    assertThat(page.getDocumentElement().getTextContent()).contains(report.header().result());
  }

  /** What time it is measured against, and by what limits. */
  @Test
  void everyForm_saysByWhatRulesItReckons() throws IOException {
    String rules =
        "late after 5 min, left early from 5 min before the end, at least 75%, of the time the"
            + " class ran";

    assertThat(ReadBack.document(ReadBack.html(report)).getDocumentElement().getTextContent())
        .contains(rules);
    assertThat(ReadBack.words(ReadBack.pdf(report))).contains("late after 5 min, left early");
    assertThat(ReportJson.of(report).path("rules").asText()).isEqualTo(rules);
    assertThat(ReadBack.rows(report, "Summary"))
        .contains(Map.of("what", "attendance rules", "value", rules));
  }

  @Test
  void pdf_saysWhatTheReportSays() throws IOException {
    String words = ReadBack.words(ReadBack.pdf(report));

    assertThat(words).contains(report.header().result().substring(0, 60));
    for (Part part : report.timing().parts()) {
      assertThat(words)
          .contains(Words.length(part.plannedLength()) + " " + took(part) + " " + over(part));
    }
    for (Person person : report.attendance().people()) {
      assertThat(words)
          .contains(
              person.name() + " " + person.status().word(),
              person.minutes() + " " + person.of().toMinutes());
    }
    assertThat(words)
        .contains("Ended later than planned " + Words.signed(report.timing().deviation()));
  }

  @Test
  void workbook_saysWhatTheReportSays() throws IOException {
    List<Map<String, String>> timing = ReadBack.rows(report, "Timing");
    List<Map<String, String>> people = ReadBack.rows(report, "People");

    assertThat(timing)
        .extracting(row ->
            line(
                cell(row, "title"),
                length(cell(row, "planned_seconds")),
                cell(row, "visits").equals("0") ? "–" : length(cell(row, "spent_seconds")),
                cell(row, "visits").equals("0") ? "–" : signed(cell(row, "over_seconds"))))
        .isEqualTo(segments());
    assertThat(people)
        .extracting(row ->
            line(
                cell(row, "name"),
                cell(row, "status"),
                cell(row, "minutes"),
                cell(row, "of_minutes"),
                cell(row, "reason")))
        .isEqualTo(people());
    assertThat(ReadBack.rows(report, "Segments"))
        .extracting(row ->
            cell(row, "id") + " " + cell(row, "segment") + " " + cell(row, "attended_seconds"))
        .isEqualTo(parts());
  }

  private static String length(String seconds) {
    return Words.length(java.time.Duration.ofSeconds(Long.parseLong(seconds)));
  }

  private static String signed(String seconds) {
    return Words.signed(java.time.Duration.ofSeconds(Long.parseLong(seconds)));
  }

  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    for (Person person : report.attendance().people()) {
      person
          .parts()
          .forEach(part ->
              parts.add(person.id() + " " + part.segment() + " " + part.attended().toSeconds()));
    }
    return parts;
  }

  @Test
  void json_saysWhatTheReportSays() throws IOException {
    JsonNode json = new ObjectMapper().readTree(ReportJson.of(report).toString());
    List<String> segments = new ArrayList<>();
    for (JsonNode one : json.at("/timing/segments")) {
      segments.add(
          line(
              one.path("title").asText(),
              length(one.path("planned_seconds").asText()),
              one.path("visits").isEmpty() ? "–" : length(one.path("spent_seconds").asText()),
              one.path("visits").isEmpty() ? "–" : signed(one.path("over_seconds").asText())));
    }
    List<String> people = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (JsonNode one : json.at("/attendance/people")) {
      people.add(
          line(
              one.path("name").asText(),
              one.path("status").asText(),
              one.path("minutes").asText(),
              one.path("of_minutes").asText(),
              one.path("reason").asText()));
      one.path("segments")
          .forEach(part ->
              parts.add(
                  one.path("id").asText()
                      + " "
                      + part.path("segment").asText()
                      + " "
                      + part.path("attended_seconds").asText()));
    }

    assertThat(segments).isEqualTo(segments());
    assertThat(people).isEqualTo(people());
    assertThat(parts).isEqualTo(parts());
    assertThat(json.at("/timing/deviation_seconds").asLong())
        .isEqualTo(report.timing().deviation().toSeconds());
    long sum = 0;
    for (JsonNode cause : json.at("/timing/causes")) {
      sum += cause.path("seconds").asLong();
    }
    assertThat(sum).isEqualTo(report.timing().deviation().toSeconds());
  }

  private static String lost(Trouble one) {
    return one.lost().isZero() ? "" : Words.length(one.lost());
  }

  @Test
  void issues_areTheSameInEveryForm() throws IOException {
    Troubles troubles = report.troubles();
    List<String> issues =
        troubles.all().stream()
            .map(one -> line("" + one.number(), one.who(), one.what(), one.device(), lost(one)))
            .toList();
    var page = ReadBack.document(ReadBack.html(report));
    String pdf = ReadBack.words(ReadBack.pdf(report));
    JsonNode json = ReportJson.of(report).path("issues");

    assertThat(ReadBack.rows(page, "issues"))
        .extracting(row ->
            line(
                cell(row, "No."),
                cell(row, "Who"),
                cell(row, "What was wrong"),
                cell(row, "Device"),
                cell(row, "Lost")))
        .isEqualTo(issues);
    assertThat(page.getDocumentElement().getTextContent()).contains(troubles.sentence());
    assertThat(pdf).contains(troubles.sentence());
    troubles.all().forEach(one -> assertThat(pdf).contains(lost(one)));
    assertThat(ReadBack.rows(report, "Issues"))
        .extracting(row ->
            line(
                cell(row, "number"),
                cell(row, "who"),
                cell(row, "what"),
                cell(row, "device"),
                length(cell(row, "lost_seconds"))))
        .isEqualTo(issues);
    assertThat(json.path("all").findValuesAsText("lost_seconds"))
        .extracting(EqualFormsTest::length)
        .isEqualTo(troubles.all().stream().map(EqualFormsTest::lost).toList());
    assertThat(json.path("lost_seconds").asLong())
        .isEqualTo(troubles.all().stream().mapToLong(one -> one.lost().toSeconds()).sum())
        .isEqualTo(troubles.lost().toSeconds());
    assertThat(ReadBack.rows(report, "Summary"))
        .contains(
            Map.of("what", "issues", "value", "2"),
            Map.of("what", "issues fixed", "value", "1"),
            Map.of("what", "lost by issues seconds", "value", "" + troubles.lost().toSeconds()));
  }

  /** Whoever reads it counts on it: never take a name away. */
  @Test
  void json_hasStableNames() {
    assertThat(ReportJson.of(report).fieldNames())
        .toIterable()
        .startsWith(
            ("for session plan title client client_title zone planned_start planned_end started"
                    + " ended revision state as_of result timing attendance presence posts notes"
                    + " debrief prompts undelivered rules issues")
                .split(" "));
    assertThat(ReportJson.of(report).at("/attendance/people/0").fieldNames())
        .toIterable()
        .startsWith(
            ("kind id name email status minutes seconds of_minutes first_join last_leave"
                    + " late_seconds early_seconds reason segments")
                .split(" "));
  }

  @Test
  void reasons_areThoseOfTheAttendanceFile() {
    assertThat(report.attendance().people())
        .filteredOn(person -> person.hand() != null)
        .extracting(Person::why)
        .containsExactly("by hand (priya: ill, told us by mail), not seen in the class");
  }
}
