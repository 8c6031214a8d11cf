package dev.callboard.plan.delivery;

import dev.callboard.plan.table.HeadedLine;
import dev.callboard.plan.table.HeadedTable;
import dev.callboard.plan.table.TableFindings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a table of deliveries: a line of headings, then a delivery a line. Used once. */
final class DeliveryReader {

  /** So many plans a folder takes that is still read at a glance. */
  private static final int MOST = 10_000;

  private static final List<Column> NEEDED = List.of(Column.COPY, Column.KEY, Column.DATE);

  private final RowReader reader;
  private final TableFindings findings;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Row> known = new HashMap<>();
  private boolean full;

  DeliveryReader(RowReader reader, TableFindings findings) {
    this.reader = reader;
    this.findings = findings;
  }

  /** In the order of the file. */
  List<Row> read(Path file) throws IOException {
    new HeadedTable<>("classes", Column::named, Column.all(), NEEDED)
        .read(file, findings, this::line);
    return rows;
  }

  private void line(HeadedLine<Column> line) {
    if (!full) {
      reader.read(line).ifPresent(this::add);
    }
  }

  private void add(Row row) {
    Row first = known.putIfAbsent(row.key(), row);
    if (first == null && rows.size() == MOST) {
      full = true;
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
