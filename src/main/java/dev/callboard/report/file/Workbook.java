package dev.callboard.report.file;

import dev.callboard.report.Sheet;
import dev.callboard.report.Sheet.Column;
import dev.callboard.report.XlsxFile;
import dev.callboard.report.model.Attendance;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Header;
import dev.callboard.report.model.Timing;
import dev.callboard.report.model.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report as a workbook. Pages of which there is nothing for the reader are left out. */
public final class Workbook {

  private Workbook() {}

  /** Leaves the stream open. */
  public static void write(ClassReport report, OutputStream out) throws IOException {
    XlsxFile.write(
        Stream.of(
                summary(report),
                timing(report),
                people(report),
                segments(report),
                posts(report),
                notes(report),
                issues(report),
                debrief(report),
                prompts(report))
            .filter(sheet -> sheet.rows().get().findAny().isPresent())
            .toList(),
        out);
  }

  private static Sheet sheet(
      String name, List<Column> columns, Supplier<Stream<List<String>>> rows) {
    return new Sheet(name, columns, rows);
  }

  private static Column text(String name) {
    return new Column(name, false);
  }

  private static Column whole(String name) {
    return new Column(name, true);
  }

  private static Sheet summary(ClassReport report) {
    Header header = report.header();
    Attendance attendance = report.attendance();
    return sheet(
        "Summary",
        List.of(text("what"), text("value")),
        () ->
            Stream.concat(
                Stream.of(
                    List.of("title", header.title()),
                    List.of("result", header.result()),
                    List.of("client", header.client()),
                    List.of("client title", header.clientTitle()),
                    List.of("session", header.session()),
                    List.of("plan", header.plan()),
                    List.of("zone", header.zone().getId()),
                    List.of("planned start", at(header.plannedStart())),
                    List.of("planned end", at(header.plannedEnd())),
                    List.of("started", at(header.started())),
                    List.of("ended", at(header.ended())),
                    List.of("state", header.revision().state().word()),
                    List.of("revision", "" + header.revision().number()),
                    List.of("as of", at(header.asOf())),
                    List.of("attendance rules", header.rules()),
                    List.of("made for", report.reader().word()),
                    List.of("end later by seconds", seconds(report.timing().deviation())),
                    List.of("on the roster", "" + attendance.expected()),
                    List.of("guests", "" + attendance.guests()),
                    List.of("unnamed beside others", "" + attendance.unnamed()),
                    List.of("issues", "" + report.troubles().count()),
                    List.of("issues fixed", "" + report.troubles().fixed()),
                    List.of("lost by issues seconds", seconds(report.troubles().lost()))),
                attendance.counts().entrySet().stream()
                    .map(count -> List.of(count.getKey().word(), "" + count.getValue()))));
  }

  private static Sheet timing(ClassReport report) {
    return sheet(
        "Timing",
        List.of(
            text("segment"),
            text("title"),
            text("fate"),
            text("planned_start_utc"),
            text("began_utc"),
            whole("planned_seconds"),
            whole("spent_seconds"),
            whole("over_seconds"),
            whole("paused_seconds"),
            whole("extended_seconds"),
            whole("visits"),
            text("inserted"),
            text("moved")),
        () -> report.timing().parts().stream().map(part -> row(report, part)));
  }

  private static List<String> row(ClassReport report, Timing.Part part) {
    return List.of(
        part.segment(),
        part.title(),
        part.fate().words(),
        report.header().anHour() ? at(part.planned().start()) : "",
        part.visits().isEmpty() ? "" : at(part.visits().getFirst().start()),
        seconds(part.plannedLength()),
        seconds(part.spent()),
        seconds(part.over()),
        seconds(part.paused()),
        seconds(part.extra()),
        "" + part.visits().size(),
        part.inserted() ? "yes" : "no",
        part.moved() ? "yes" : "no");
  }

  /**
   * A row a person, as far as the reader may know them. As CSV it is the file for readers to whom
   * the attendance table itself would tell too much.
   */
  public static Sheet people(ClassReport report) {
    return sheet(
        "People",
        List.of(
            text("kind"),
            text("id"),
            text("name"),
            text("email"),
            text("status"),
            whole("minutes"),
            whole("seconds"),
            whole("of_minutes"),
            text("first_join_utc"),
            text("last_leave_utc"),
            whole("late_seconds"),
            whole("early_seconds"),
            text("reason"),
            text("missed")),
        () -> report.attendance().people().stream().map(Workbook::row));
  }

  private static List<String> row(Attendance.Person person) {
    return List.of(
        person.kind().word(),
        person.id(),
        person.name(),
        person.email(),
        person.status().word(),
        "" + person.minutes(),
        seconds(person.present()),
        "" + person.of().toMinutes(),
        at(person.joined()),
        at(person.left()),
        seconds(person.late()),
        seconds(person.early()),
        person.why(),
        String.join(", ", person.missed()));
  }

  /** A row a person and segment; without people, a row a segment. */
  private static Sheet segments(ClassReport report) {
    Attendance attendance = report.attendance();
    if (attendance.people().isEmpty()) {
      return sheet(
          "Segments",
          List.of(
              text("segment"),
              text("title"),
              whole("ran_seconds"),
              whole("present"),
              whole("missed")),
          () ->
              attendance.segments().stream()
                  .map(one ->
                      List.of(
                          one.segment(),
                          one.title(),
                          seconds(one.ran()),
                          "" + one.present(),
                          "" + one.missed())));
    }
    return sheet(
        "Segments",
        List.of(
            text("segment"),
            text("title"),
            text("id"),
            text("name"),
            whole("attended_seconds"),
            text("missed")),
        () ->
            attendance.people().stream()
                .flatMap(person ->
                    person.parts().stream()
                        .map(part ->
                            List.of(
                                part.segment(),
                                part.title(),
                                person.id(),
                                person.name(),
                                seconds(part.attended()),
                                part.missed() ? "yes" : "no"))));
  }

  private static Sheet posts(ClassReport report) {
    return sheet(
        "Posts",
        List.of(
            whole("number"),
            text("kind"),
            text("at_utc"),
            text("segment"),
            text("words"),
            text("url"),
            text("by"),
            text("reworded"),
            text("taken_back")),
        () ->
            report.posts().stream()
                .map(post ->
                    List.of(
                        "" + post.number(),
                        post.kind().name().toLowerCase(Locale.ROOT),
                        at(post.at()),
                        post.segment(),
                        post.words(),
                        post.url(),
                        post.by(),
                        post.reworded() ? "yes" : "no",
                        post.takenBack() ? "yes" : "no")));
  }

  private static Sheet notes(ClassReport report) {
    return sheet(
        "Notes",
        List.of(
            text("for"),
            text("at_utc"),
            text("segment"),
            whole("behind_seconds"),
            text("text"),
            text("by")),
        () ->
            report.notes().stream()
                .map(note ->
                    List.of(
                        note.reader().name().toLowerCase(Locale.ROOT),
                        at(note.at()),
                        note.segment(),
                        seconds(note.behind()),
                        note.text(),
                        note.by())));
  }

  private static Sheet issues(ClassReport report) {
    return sheet(
        "Issues",
        List.of(
            whole("number"),
            text("who"),
            text("what"),
            text("device"),
            text("at_utc"),
            text("segment"),
            text("state"),
            text("said"),
            whole("lost_seconds"),
            text("by")),
        () ->
            report.troubles().all().stream()
                .map(one ->
                    List.of(
                        "" + one.number(),
                        one.who(),
                        one.what(),
                        one.device(),
                        at(one.at()),
                        one.segment(),
                        one.state().word(),
                        one.said(),
                        seconds(one.lost()),
                        one.by())));
  }

  private static Sheet debrief(ClassReport report) {
    return sheet(
        "Debrief",
        List.of(text("role"), text("topic"), text("segment"), text("went"), text("text")),
        () ->
            report.debrief().answers().stream()
                .map(answer ->
                    List.of(
                        answer.role().word(),
                        answer.topic().name().toLowerCase(Locale.ROOT),
                        answer.segment(),
                        answer.went() == null ? "" : Words.went(answer.went()),
                        answer.text())));
  }

  private static Sheet prompts(ClassReport report) {
    return sheet(
        "Prompts",
        List.of(
            whole("number"),
            text("at_utc"),
            text("to"),
            text("about"),
            text("words"),
            whole("late_millis")),
        () ->
            report.prompting().said().stream()
                .map(prompt ->
                    List.of(
                        "" + prompt.number(),
                        at(prompt.at()),
                        prompt.to(),
                        prompt.about(),
                        prompt.words(),
                        "" + prompt.late().toMillis())));
  }

  private static String at(@Nullable Instant instant) {
    return instant == null ? "" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String seconds(@Nullable Duration duration) {
    return duration == null ? "" : String.valueOf(duration.toSeconds());
  }
}
