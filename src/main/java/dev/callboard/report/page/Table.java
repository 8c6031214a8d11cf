package dev.callboard.report.page;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import dev.callboard.report.Plain;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import j2html.tags.specialized.DivTag;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that is read aloud well: with a caption, and with headings that say what they are over.
 * The first cell of a row is its heading. Each other names its column, for small screens set a
 * row's cells one under the other.
 *
 * @param name class of the table
 */
record Table(String name, String title, List<Column> columns, List<List<Cell>> rows) {

  /**
   * What is over a column.
   *
   * @param kind class of its cells: {@code figure} is set to the right
   */
  record Column(String title, String kind) {}

  /** What is in a cell, and a class for what it means; empty for nothing. */
  record Cell(DomContent content, String kind) {}

  static Table of(String name, String title, Column... columns) {
    return new Table(name, title, List.of(columns), new ArrayList<>());
  }

  static Column text(String title) {
    return new Column(title, "text");
  }

  static Column wide(String title) {
    return new Column(title, "wide");
  }

  static Column figure(String title) {
    return new Column(title, "figure");
  }

  static Cell cell(String words) {
    return cell(words, "");
  }

  static Cell cell(String words, String kind) {
    return new Cell(words(words), kind);
  }

  /** Text that people wrote, of whatever direction. */
  static Cell theirs(String words) {
    return new Cell(isolated(words), "");
  }

  /** A text that turns nothing around it, whatever way it runs. */
  static DomContent isolated(String words) {
    return new ContainerTag<>("bdi").withText(Plain.of(words));
  }

  static DomContent words(String words) {
    return j2html.TagCreator.text(Plain.of(words));
  }

  void row(Cell... cells) {
    rows.add(List.of(cells));
  }

  DivTag tag() {
    return scrolling(
        table(
                caption(words(title)),
                thead(
                    tr(
                        each(
                            columns,
                            column ->
                                th(words(column.title()))
                                    .attr("scope", "col")
                                    .withClass(column.kind())))),
                tbody(each(rows.stream().map(this::filled))))
            .withClass(name),
        title);
  }

  /** Something wide, which small screens scroll, by keyboard, too. */
  static DivTag scrolling(DomContent wide, String title) {
    return div(wide)
        .withClass("scroll")
        .attr("role", "group")
        .attr("aria-label", Plain.of(title))
        .attr("tabindex", "0");
  }

  private DomContent filled(List<Cell> cells) {
    List<DomContent> all = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      String kind = (columns.get(i).kind() + " " + cell.kind()).strip();
      all.add(
          i == 0
              ? th(cell.content()).attr("scope", "row").withClass(kind)
              : td(cell.content())
                  .withClass(kind)
                  .attr("data-label", Plain.of(columns.get(i).title())));
    }
    return tr(all.toArray(DomContent[]::new));
  }
}
