package dev.callboard.report.file;

import dev.callboard.report.Sheet;
import dev.callboard.report.Sheet.Column;
import dev.callboard.report.XlsxFile;
import dev.callboard.report.model.Attendance;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Debriefing;
import dev.callboard.report.model.Header;
import dev.callboard.report.model.Posted;
import dev.callboard.report.model.Prompting;
import dev.callboard.report.model.Remark;
import dev.callboard.report.model.Timing;
import dev.callboard.report.model.Trouble;
import dev.callboard.report.model.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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

  /** A column, and what stands in it of each thing that has a row. */
  private record Cells<T>(Column column, Function<T, String> of) {}

  private static <T> Cells<T> text(String name, Function<T, String> of) {
    return new Cells<>(new Column(name, false), of);
  }

  private static <T> Cells<T> whole(String name, Function<T, String> of) {
    return new Cells<>(new Column(name, true), of);
  }

  private static <T> Sheet sheet(String name, Supplier<Stream<T>> things, List<Cells<T>> columns) {
    return new Sheet(
        name,
        columns.stream().map(Cells::column).toList(),
        () ->
            things
                .get()
                .map(thing -> columns.stream().map(cells -> cells.of().apply(thing)).toList()));
  }

  private static Sheet summary(ClassReport report) {
    Header header = report.header();
    Attendance attendance = report.attendance();
    return new Sheet(
        "Summary",
        List.of(new Column("what", false), new Column("value", false)),
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
        () -> report.timing().parts().stream(),
        List.of(
            text("segment", Timing.Part::segment),
            text("title", Timing.Part::title),
            text("fate", part -> part.fate().words()),
            text(
                "planned_start_utc",
                part -> report.header().anHour() ? at(part.planned().start()) : ""),
            text(
                "began_utc",
                part -> part.visits().isEmpty() ? "" : at(part.visits().getFirst().start())),
            whole("planned_seconds", part -> seconds(part.plannedLength())),
            whole("spent_seconds", part -> seconds(part.spent())),
            whole("over_seconds", part -> seconds(part.over())),
            whole("paused_seconds", part -> seconds(part.paused())),
            whole("extended_seconds", part -> seconds(part.extra())),
            whole("visits", part -> "" + part.visits().size()),
            text("inserted", part -> yes(part.inserted())),
            text("moved", part -> yes(part.moved()))));
  }

  /**
   * A row a person, as far as the reader may know them. As CSV it is the file for readers to whom
   * the attendance table itself would tell too much.
   */
  public static Sheet people(ClassReport report) {
    return sheet(
        "People",
        () -> report.attendance().people().stream(),
        List.of(
            text("kind", person -> person.kind().word()),
            text("id", Attendance.Person::id),
            text("name", Attendance.Person::name),
            text("email", Attendance.Person::email),
            text("status", person -> person.status().word()),
            whole("minutes", person -> "" + person.minutes()),
            whole("seconds", person -> seconds(person.present())),
            whole("of_minutes", person -> "" + person.of().toMinutes()),
            text("first_join_utc", person -> at(person.joined())),
            text("last_leave_utc", person -> at(person.left())),
            whole("late_seconds", person -> seconds(person.late())),
            whole("early_seconds", person -> seconds(person.early())),
            text("reason", Attendance.Person::why),
            text("missed", person -> String.join(", ", person.missed()))));
  }

  /** A row a person and segment; without people, a row a segment. */
  private static Sheet segments(ClassReport report) {
    Attendance attendance = report.attendance();
    if (attendance.people().isEmpty()) {
      return sheet(
          "Segments",
          () -> attendance.segments().stream(),
          List.of(
              text("segment", Attendance.InSegment::segment),
              text("title", Attendance.InSegment::title),
              whole("ran_seconds", one -> seconds(one.ran())),
              whole("present", one -> "" + one.present()),
              whole("missed", one -> "" + one.missed())));
    }
    return sheet(
        "Segments",
        () ->
            attendance.people().stream()
                .flatMap(person -> person.parts().stream().map(part -> new Seat(person, part))),
        List.of(
            text("segment", seat -> seat.part().segment()),
            text("title", seat -> seat.part().title()),
            text("id", seat -> seat.person().id()),
            text("name", seat -> seat.person().name()),
            whole("attended_seconds", seat -> seconds(seat.part().attended())),
            text("missed", seat -> yes(seat.part().missed()))));
  }

  /** Somebody in a segment. */
  private record Seat(Attendance.Person person, Attendance.InPart part) {}

  private static Sheet posts(ClassReport report) {
    return sheet(
        "Posts",
        () -> report.posts().stream(),
        List.of(
            whole("number", post -> "" + post.number()),
            text("kind", post -> post.kind().name().toLowerCase(Locale.ROOT)),
            text("at_utc", post -> at(post.at())),
            text("segment", Posted::segment),
            text("words", Posted::words),
            text("url", Posted::url),
            text("by", Posted::by),
            text("reworded", post -> yes(post.reworded())),
            text("taken_back", post -> yes(post.takenBack()))));
  }

  private static Sheet notes(ClassReport report) {
    return sheet(
        "Notes",
        () -> report.notes().stream(),
        List.of(
            text("for", note -> note.reader().name().toLowerCase(Locale.ROOT)),
            text("at_utc", note -> at(note.at())),
            text("segment", Remark::segment),
            whole("behind_seconds", note -> seconds(note.behind())),
            text("text", Remark::text),
            text("by", Remark::by)));
  }

  private static Sheet issues(ClassReport report) {
    return sheet(
        "Issues",
        () -> report.troubles().all().stream(),
        List.of(
            whole("number", one -> "" + one.number()),
            text("who", Trouble::who),
            text("what", Trouble::what),
            text("device", Trouble::device),
            text("at_utc", one -> at(one.at())),
            text("segment", Trouble::segment),
            text("state", one -> one.state().word()),
            text("said", Trouble::said),
            whole("lost_seconds", one -> seconds(one.lost())),
            text("by", Trouble::by)));
  }

  private static Sheet debrief(ClassReport report) {
    return sheet(
        "Debrief",
        () -> report.debrief().answers().stream(),
        List.of(
            text("role", answer -> answer.role().word()),
            text("topic", answer -> answer.topic().name().toLowerCase(Locale.ROOT)),
            text("segment", Debriefing.Answer::segment),
            text("went", answer -> answer.went() == null ? "" : Words.went(answer.went())),
            text("text", Debriefing.Answer::text)));
  }

  private static Sheet prompts(ClassReport report) {
    return sheet(
        "Prompts",
        () -> report.prompting().said().stream(),
        List.of(
            whole("number", prompt -> "" + prompt.number()),
            text("at_utc", prompt -> at(prompt.at())),
            text("to", Prompting.Prompt::to),
            text("about", Prompting.Prompt::about),
            text("words", Prompting.Prompt::words),
            whole("late_millis", prompt -> "" + prompt.late().toMillis())));
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }

  private static String at(@Nullable Instant instant) {
    return instant == null ? "" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String seconds(@Nullable Duration duration) {
    return duration == null ? "" : String.valueOf(duration.toSeconds());
  }
}
