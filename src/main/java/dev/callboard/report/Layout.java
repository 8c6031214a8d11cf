package dev.callboard.report;

import dev.callboard.report.AttendanceTable.Entry;
import dev.callboard.report.AttendanceTable.Kind;
import java.util.List;
import java.util.Map;

/**
 * The columns another system wants, made of {@link Field}s.
 *
 * @param name of its file without the ending; what people type
 * @param title what it is for
 * @param guests whether those who are not on the roster have rows too
 */
public record Layout(
    String name, String title, CsvFile file, boolean guests, List<Column> columns) {

  /**
   * One column.
   *
   * @param words what is written instead of each word that the value may come to; empty when it is
   *     written as it is
   */
  public record Column(String name, Template value, Map<String, String> words) {
    public Column {
      words = Map.copyOf(words);
    }

    String of(Entry entry) {
      String made = value.of(entry);
      return words.getOrDefault(made, made);
    }
  }

  public Layout {
    columns = List.copyOf(columns);
  }

  /** The table in these columns; all are text, for the system that reads them knows better. */
  public Sheet sheet(AttendanceTable table) {
    return new Sheet(
        "Attendance",
        columns.stream().map(column -> new Sheet.Column(column.name(), false)).toList(),
        () ->
            table.entries().stream()
                .filter(entry -> guests || entry.kind() == Kind.LEARNER)
                .map(entry -> columns.stream().map(column -> column.of(entry)).toList()));
  }
}
