package dev.callboard.plan.table;

import dev.callboard.chat.Spelling;
import dev.callboard.plan.table.Cell.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One line of such a table, asked for what stands in its columns; what does not fit is told. */
public record HeadedLine<C extends Heading>(
    TableLine table, Map<C, Integer> columns, TableFindings findings) {

  private static final int COMPARED = 10_000;
  private static final String NO_FORMULA = ", beginning with none of = + - @";

  /** As the program that wrote the table counts its lines. */
  public int number() {
    return table.number();
  }

  /** What stands in a column; an empty text where there is no such column. */
  public Cell cell(C column) {
    Integer index = columns.get(column);
    return index == null ? Cell.of("") : table.cell(index);
  }

  public void mistake(C column, String found, String expected) {
    findings.mistake(number(), column.word() + ": " + found + " (expected: " + expected + ")");
  }

  /** A text on one line; empty when there is none, or none that can be taken. */
  public String text(C column, int longest, String expected) {
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
      mistake(column, CellTexts.shown(text), "no formula: " + expected + NO_FORMULA);
    } else if (CellTexts.hides(text)) {
      mistake(column, "a character that cannot be shown", expected);
    } else {
      return text;
    }
    return "";
  }

  /** One that looks so. */
  public String text(C column, Pattern form, String expected) {
    String text = text(column, 2_000, expected);
    if (!text.isEmpty() && !form.matcher(text).matches()) {
      mistake(column, CellTexts.shown(text), expected);
      return "";
    }
    return text;
  }

  /** Says that it is none of those there are. */
  public void unknown(C column, String text, Collection<String> known, String expected) {
    Optional<String> near =
        findings.full() || known.size() > COMPARED
            ? Optional.empty()
            : Spelling.nearest(text, known);
    findings.mistake(
        number(),
        column.word()
            + ": "
            + CellTexts.shown(text)
            + " ("
            + near.map(name -> "did you mean " + name + "?").orElse("expected: " + expected)
            + ")");
  }

  /** The parts between semicolons; none of an empty cell. */
  public List<String> parts(C column, String expected) {
    String text = text(column, 2_000, expected);
    return text.isEmpty()
        ? List.of()
        : List.of(text.split(";", -1)).stream().map(String::strip).toList();
  }
}
