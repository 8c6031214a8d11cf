package dev.callboard.plan.roster;

import java.util.List;

/**
 * One line of a table.
 *
 * @param number counted from 1, as the program that wrote it shows it
 */
record TableLine(int number, List<Cell> cells) {

  /** The cell of a column; an empty text when the line is shorter. */
  Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.of("");
  }

  boolean blank() {
    return cells.stream().allMatch(cell -> cell.text().isEmpty());
  }
}
