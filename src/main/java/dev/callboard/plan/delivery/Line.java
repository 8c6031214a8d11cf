package dev.callboard.plan.delivery;

import dev.callboard.chat.Spelling;
import dev.callboard.plan.table.Cell;
import dev.callboard.plan.table.Cell.Kind;
import dev.callboard.plan.table.CellTexts;
import dev.callboard.plan.table.TableFindings;
import dev.callboard.plan.table.TableLine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One line of the table, asked for what stands in its columns; what does not fit is told. */
record Line(TableLine table, Map<Column, Integer> columns, TableFindings findings) {

  private static final int COMPARED = 10_000;

  Cell cell(Column column) {
    Integer index = columns.get(column);
    return index == null ? Cell.of("") : table.cell(index);
  }

  void mistake(Column column, String found, String expected) {
    findings.mistake(
        table.number(), column.word() + ": " + found + " (expected: " + expected + ")");
  }

  /** A text on one line; empty when there is none, or none that can be taken. */
  String text(Column column, int longest, String expected) {
    Cell cell = cell(column);
    String text = CellTexts.line(cell.text());
    if (text.isEmpty()) {
      return "";
    }
    if (cell.kind() == Kind.DATE || cell.kind() == Kind.OTHER) {
      mistake(column, cell.kind().words(), expected + ", as text");
    } else if (text.length() > longest) {
      mistake(column, text.length() + " characters", expected + "; is a quote missing?");
    } else if (CellTexts.isFormula(text)) {
      mistake(column, CellTexts.shown(text), "no formula: " + expected);
    } else if (CellTexts.hides(text)) {
      mistake(column, "a character that cannot be shown", expected);
    } else {
      return text;
    }
    return "";
  }

  /** One that looks so. */
  String text(Column column, Pattern form, String expected) {
    String text = text(column, 2_000, expected);
    if (!text.isEmpty() && !form.matcher(text).matches()) {
      mistake(column, CellTexts.shown(text), expected);
      return "";
    }
    return text;
  }

  /** Says that it is none of those there are. */
  void unknown(Column column, String text, Collection<String> known, String expected) {
    Optional<String> near =
        findings.full() || known.size() > COMPARED
            ? Optional.empty()
            : Spelling.nearest(text, known);
    findings.mistake(
        table.number(),
        column.word()
            + ": "
            + CellTexts.shown(text)
            + " ("
            + near.map(name -> "did you mean " + name + "?").orElse("expected: " + expected)
            + ")");
  }

  /** The parts between semicolons; none of an empty cell. */
  List<String> parts(Column column, String expected) {
    String text = text(column, 2_000, expected);
    return text.isEmpty()
        ? List.of()
        : List.of(text.split(";", -1)).stream().map(String::strip).toList();
  }
}
