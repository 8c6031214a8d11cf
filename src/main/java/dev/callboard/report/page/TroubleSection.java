package dev.callboard.report.page;

import static dev.callboard.report.page.Table.cell;
import static dev.callboard.report.page.Table.theirs;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Trouble;
import dev.callboard.report.model.Troubles;
import dev.callboard.report.model.Words;
import dev.callboard.report.page.Table.Cell;
import dev.callboard.session.Issue;
import j2html.tags.DomContent;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What did not work, what became of it, and what of the class it took. */
final class TroubleSection {

  private TroubleSection() {}

  /** Nothing when there was no issue; for readers of counts alone, a sentence. */
  static Stream<DomContent> of(ClassReport report) {
    Troubles troubles = report.troubles();
    if (troubles.count() == 0) {
      return Stream.empty();
    }
    List<DomContent> parts = new ArrayList<>();
    parts.add(h2("Issues"));
    parts.add(p(Table.words(Words.capital(troubles.sentence()))));
    if (!troubles.all().isEmpty()) {
      parts.add(table(troubles, report.header().zone(), report.reader().seesPeople()).tag());
    }
    return Stream.of(section(parts.toArray(DomContent[]::new)));
  }

  private static Table table(Troubles troubles, ZoneId zone, boolean named) {
    List<Table.Column> columns = new ArrayList<>();
    columns.add(Table.figure("No."));
    columns.add(Table.text("At"));
    columns.add(Table.text("Segment"));
    if (named) {
      columns.add(Table.text("Who"));
    }
    columns.add(Table.text("Device"));
    columns.add(Table.wide("What was wrong"));
    columns.add(Table.wide("What became of it"));
    columns.add(Table.figure("Lost"));
    Table table =
        Table.of(
            "issues",
            "Technical issues in the order they came up, with the class time each of them took",
            columns.toArray(Table.Column[]::new));
    troubles.all().forEach(one -> table.row(row(one, zone, named)));
    return table;
  }

  private static Cell[] row(Trouble one, ZoneId zone, boolean named) {
    List<Cell> cells = new ArrayList<>();
    cells.add(cell("" + one.number()));
    cells.add(cell(Words.clock(one.at(), zone)));
    cells.add(theirs(one.segment()));
    if (named) {
      cells.add(theirs(one.who()));
    }
    cells.add(theirs(one.device()));
    cells.add(theirs(one.what()));
    boolean fixed = one.state() == Issue.State.FIXED;
    String became = Words.capital(one.state().word()) + Words.reason(one.said());
    cells.add(new Cell(Table.isolated(became), fixed ? "" : "attention"));
    cells.add(cell(one.lost().isZero() ? "" : Words.length(one.lost())));
    return cells.toArray(Cell[]::new);
  }
}
