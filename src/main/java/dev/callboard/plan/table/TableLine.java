package dev.callboard.plan.table;

import java.util.List;

/**
 * One line of a table.
 *
 * @param number counted from 1, as the program that wrote it shows it
 */
public record TableLine(int number, List<Cell> cells) {

  /** The cell of a column; an empty text when the line is shorter. */
  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.of("");
  }

  boolean blank() {
    return cells.stream().allMatch(cell -> cell.text().isEmpty());
  }
}
