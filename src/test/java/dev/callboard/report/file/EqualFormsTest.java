package dev.callboard.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callboard.report.model.Attendance.Person;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Timing.Part;
import dev.callboard.report.model.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    return Words.signed(part.over());
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
            line(row.get("Segment"), row.get("Planned"), row.get("Took"), row.get("Over or under")))
        .isEqualTo(segments());
    assertThat(ReadBack.rows(page, "people"))
        .extracting(row ->
            line(
                row.get("Name"),
                row.get("Status").replaceFirst(", .*", ""),
                row.get("Minutes"),
                row.get("Of"),
                row.get("Why")))
        .isEqualTo(people());
    assertThat(ReadBack.rows(page, "causes").getLast().get("By"))
        .isEqualTo(Words.signed(report.timing().deviation()));
    assertThat(page.getDocumentElement().getTextContent()).contains(report.header().result());
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
                row.get("title"),
                length(row.get("planned_seconds")),
                row.get("visits").equals("0") ? "–" : length(row.get("spent_seconds")),
                Words.signed(
                    java.time.Duration.ofSeconds(Long.parseLong(row.get("over_seconds"))))))
        .isEqualTo(segments());
    assertThat(people)
        .extracting(row ->
            line(
                row.get("name"),
                row.get("status"),
                row.get("minutes"),
                row.get("of_minutes"),
                row.get("reason")))
        .isEqualTo(people());
    assertThat(ReadBack.rows(report, "Segments"))
        .extracting(
            row -> row.get("id") + " " + row.get("segment") + " " + row.get("attended_seconds"))
        .isEqualTo(parts());
  }

  private static String length(String seconds) {
    return Words.length(java.time.Duration.ofSeconds(Long.parseLong(seconds)));
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
              Words.signed(java.time.Duration.ofSeconds(one.path("over_seconds").asLong()))));
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

  /** Whoever reads it counts on it: never take a name away. */
  @Test
  void json_hasStableNames() {
    assertThat(ReportJson.of(report).fieldNames())
        .toIterable()
        .startsWith(
            ("for session plan title client zone planned_start planned_end started ended revision"
                    + " state as_of result timing attendance presence posts notes prompts"
                    + " undelivered")
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
