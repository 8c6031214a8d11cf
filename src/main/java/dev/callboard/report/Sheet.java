package dev.callboard.report;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A table to be written to a file.
 *
 * @param name of the page it gets in a workbook, 31 characters at most
 * @param rows made anew for each reader; each row has a cell for each column
 */
public record Sheet(String name, List<Column> columns, Supplier<Stream<List<String>>> rows) {

  /**
   * What stands over a column.
   *
   * @param whole whether all its cells are whole numbers or empty
   */
  public record Column(String name, boolean whole) {}

  public Sheet {
    columns = List.copyOf(columns);
  }

  List<String> header() {
    return columns.stream().map(Column::name).toList();
  }
}
