package dev.callboard.plan.delivery;

import dev.callboard.plan.Unreadable;
import dev.callboard.plan.table.CellTexts;
import dev.callboard.plan.table.TableFindings;
import dev.callboard.plan.table.TableLine;
import dev.callboard.plan.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a table of deliveries: a line of headings, then a delivery a line. Used once. */
final class DeliveryReader {

  /** So many plans a folder takes that is still read at a glance. */
  private static final int MOST = 10_000;

  private final RowReader reader;
  private final TableFindings findings;
  private final Map<Column, Integer> columns = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Row> known = new HashMap<>();
  private boolean begun;
  private boolean readable = true;

  DeliveryReader(RowReader reader, TableFindings findings) {
    this.reader = reader;
    this.findings = findings;
  }

  /** In the order of the file. */
  List<Row> read(Path file) throws IOException {
    try {
      Tables.read(file, this::line);
      if (!begun) {
        findings.mistake(0, "the file is empty (expected: a line of headings, then classes)");
      }
    } catch (Unreadable unreadable) {
      findings.mistake(unreadable.line(), unreadable.reason());
    }
    return rows;
  }

  private void line(TableLine line) {
    if (!begun) {
      begun = true;
      headings(line);
    } else if (readable) {
      reader.read(new Line(line, columns, findings)).ifPresent(this::add);
    }
  }

  private void headings(TableLine line) {
    for (int i = 0; i < line.cells().size(); i++) {
      String heading = line.cell(i).text();
      Column column = Column.named(heading).orElse(null);
      if (column == null && !heading.isEmpty()) {
        findings.warning(
            line.number(),
            CellTexts.shown(heading) + ": left out (expected: one of " + Column.all() + ")");
      } else if (column != null && columns.putIfAbsent(column, i) != null) {
        findings.mistake(
            line.number(),
            CellTexts.shown(heading) + ": a second column of that kind (expected: one)");
      }
    }
    for (Column column : List.of(Column.COPY, Column.KEY, Column.DATE)) {
      if (!columns.containsKey(column)) {
        readable = false;
        findings.mistake(
            line.number(),
            "no column “" + column.word() + "” (expected: headings such as " + Column.all() + ")");
      }
    }
  }

  private void add(Row row) {
    Row first = known.putIfAbsent(row.key(), row);
    if (first == null && rows.size() == MOST) {
      readable = false;
      findings.mistake(row.line(), "more classes than " + MOST + " (expected: a table, in parts)");
    } else if (first == null) {
      rows.add(row);
    } else if (first.same(row)) {
      findings.warning(row.line(), "the same as line " + first.line() + "; counted once");
    } else {
      findings.mistake(
          row.line(), "key: the same as in line " + first.line() + " (expected: one line a class)");
    }
  }
}
