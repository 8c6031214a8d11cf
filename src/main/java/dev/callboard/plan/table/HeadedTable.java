package dev.callboard.plan.table;

import dev.callboard.plan.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a table is read by whose first line says what its columns are, in whichever order.
 *
 * @param things what the other lines are, such as {@code people}
 * @param named the column of a heading; empty when there is none such
 * @param all what headings may be, in words
 * @param needed the columns without which no line can be read
 */
public record HeadedTable<C extends Heading>(
    String things, Function<String, Optional<C>> named, String all, List<C> needed) {

  public HeadedTable {
    needed = List.copyOf(needed);
  }

  /**
   * Hands over line by line; none when a column is missing that is needed. What is wrong with the
   * file or its headings is told.
   */
  public void read(Path file, TableFindings findings, Consumer<HeadedLine<C>> reader)
      throws IOException {
    Reading reading = new Reading(findings, reader);
    try {
      Tables.read(file, reading::line);
      if (!reading.begun) {
        findings.mistake(
            0, "the file is empty (expected: a line of headings, then " + things + ")");
      }
    } catch (Unreadable unreadable) {
      findings.mistake(unreadable.line(), unreadable.reason());
    }
  }

  /** One file, as far as it is read. */
  private final class Reading {

    private final TableFindings findings;
    private final Consumer<HeadedLine<C>> reader;
    private final Map<C, Integer> columns = new LinkedHashMap<>();
    private boolean begun;

    Reading(TableFindings findings, Consumer<HeadedLine<C>> reader) {
      this.findings = findings;
      this.reader = reader;
    }

    void line(TableLine line) {
      if (!begun) {
        begun = true;
        headings(line);
      } else if (columns.keySet().containsAll(needed)) {
        reader.accept(new HeadedLine<>(line, columns, findings));
      }
    }

    private void headings(TableLine line) {
      for (int i = 0; i < line.cells().size(); i++) {
        String heading = line.cell(i).text();
        C column = named.apply(heading).orElse(null);
        if (column == null && !heading.isEmpty()) {
          findings.warning(
              line.number(),
              CellTexts.shown(heading) + ": left out (expected: one of " + all + ")");
        } else if (column != null && columns.putIfAbsent(column, i) != null) {
          findings.mistake(
              line.number(),
              CellTexts.shown(heading) + ": a second column of that kind (expected: one)");
        }
      }
      for (C column : needed) {
        if (!columns.containsKey(column)) {
          findings.mistake(
              line.number(),
              "no column “" + column.word() + "” (expected: headings such as " + all + ")");
        }
      }
    }
  }
}
