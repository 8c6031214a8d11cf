package dev.callboard.report.page;

import static dev.callboard.report.page.Table.cell;
import static dev.callboard.report.page.Table.theirs;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import dev.callboard.report.AttendanceTable.Kind;
import dev.callboard.report.model.Attendance;
import dev.callboard.report.model.Attendance.InSegment;
import dev.callboard.report.model.Attendance.Person;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Words;
import dev.callboard.session.attendance.Status;
import j2html.tags.DomContent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who was there, in which segment, and what there is to make up. */
final class PeopleSection {

  private PeopleSection() {}

  /**
   * The section.
   *
   * @param most people that a table names; whoever wants all of more is shown to the workbook
   */
  static Stream<DomContent> of(ClassReport report, int most) {
    Attendance attendance = report.attendance();
    List<DomContent> parts = new ArrayList<>();
    parts.add(h2("Attendance"));
    parts.add(p("Reckoned so: " + report.header().rules() + ".").withClass("label"));
    parts.add(counts(attendance).tag());
    if (!attendance.segments().isEmpty() && attendance.expected() > 0) {
      parts.add(segments(attendance).tag());
    }
    if (!attendance.people().isEmpty()) {
      parts.add(people(attendance, report.header().zone(), most).tag());
      rest(attendance.people().size() - most).ifPresent(parts::add);
    }
    if (!report.reader().seesPeople()) {
      parts.add(p("Who was there is told to others, not to " + report.reader().words() + "."));
    }
    List<Person> toMakeUp = attendance.toMakeUp();
    if (!toMakeUp.isEmpty()) {
      parts.add(makeUp(toMakeUp, attendance.segments().size(), most).tag());
      rest(toMakeUp.size() - most).ifPresent(parts::add);
    }
    return Stream.of(section(parts.toArray(DomContent[]::new)));
  }

  private static Optional<DomContent> rest(int more) {
    return more <= 0
        ? Optional.empty()
        : Optional.of(
            p("And " + more + " more: the report as Excel names them all.").withClass("remark"));
  }

  private static Table counts(Attendance attendance) {
    Table table =
        Table.of(
            "counts",
            "Learners by status; partial is there too briefly",
            Table.text("Status"),
            Table.figure("Learners"));
    attendance
        .counts()
        .forEach(
            (status, number) -> table.row(cell(status.word(), kind(status)), cell("" + number)));
    table.row(cell("on the roster", "total"), cell("" + attendance.expected(), "total"));
    if (attendance.guests() > 0) {
      table.row(cell("guests beside them"), cell("" + attendance.guests()));
    }
    if (attendance.unnamed() > 0) {
      table.row(cell("more in rooms with others, unnamed"), cell("" + attendance.unnamed()));
    }
    return table;
  }

  /** Colour never stands alone: it is beside the word. */
  private static String kind(Status status) {
    return switch (status) {
      case PRESENT, EXCUSED -> "";
      case LATE, LEFT_EARLY, PARTIAL -> "attention";
      case ABSENT, MISSING -> "over";
    };
  }

  private static Table segments(Attendance attendance) {
    Table table =
        Table.of(
            "presence",
            "Learners in each segment; missed is less than half of it",
            Table.wide("Segment"),
            Table.figure("Ran"),
            Table.figure("There"),
            Table.figure("Missed it"));
    for (InSegment segment : attendance.segments()) {
      table.row(
          theirs(segment.title()),
          cell(Words.length(segment.ran())),
          cell("" + segment.present()),
          cell("" + segment.missed()));
    }
    return table;
  }

  private static Table people(Attendance attendance, ZoneId zone, int most) {
    Table table =
        Table.of(
            "people",
            "One row a person; minutes are whole ones that count",
            Table.text("Name"),
            Table.text("Status"),
            Table.figure("Minutes"),
            Table.figure("Of"),
            Table.figure("Joined"),
            Table.figure("Left"),
            Table.wide("Why"));
    for (Person person : attendance.people().stream().limit(most).toList()) {
      boolean learner = person.kind() == Kind.LEARNER;
      String beside = learner ? "" : ", " + person.kind().word();
      table.row(
          theirs(person.name()),
          cell(person.status().word() + beside, learner ? kind(person.status()) : ""),
          cell("" + person.minutes()),
          cell("" + person.of().toMinutes()),
          cell(clock(person.joined(), zone)),
          cell(clock(person.left(), zone)),
          theirs(person.why()));
    }
    return table;
  }

  private static String clock(@Nullable Instant at, ZoneId zone) {
    return at == null ? "–" : Words.clock(at, zone);
  }

  private static Table makeUp(List<Person> people, int segments, int most) {
    Table table =
        Table.of("make-up", "To make up", Table.text("Learner"), Table.wide("Missed segments"));
    for (Person person : people.stream().limit(most).toList()) {
      List<String> missed = person.missed();
      table.row(
          theirs(person.name()),
          theirs(missed.size() == segments ? "all of them" : String.join(", ", missed)));
    }
    return table;
  }
}
