package dev.callboard.report.page;

import static dev.callboard.report.page.Table.cell;
import static dev.callboard.report.page.Table.theirs;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.section;

import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Debriefing.Answer;
import j2html.tags.DomContent;
import java.util.List;
import java.util.stream.Stream;

/** What the team said after class. */
final class DebriefSection {

  private DebriefSection() {}

  /** Nothing when nobody said anything, or it is not for the reader. */
  static Stream<DomContent> of(ClassReport report) {
    List<Answer> answers = report.debrief().answers();
    if (answers.isEmpty()) {
      return Stream.empty();
    }
    Table table =
        Table.of(
            "debrief",
            "How the class went, in the team’s words",
            Table.text("About"),
            Table.wide("Words"),
            Table.text("By"));
    answers.forEach(answer ->
        table.row(theirs(answer.about()), theirs(answer.text()), cell(answer.role().word())));
    return Stream.of(section(h2("Debrief"), table.tag()));
  }
}
