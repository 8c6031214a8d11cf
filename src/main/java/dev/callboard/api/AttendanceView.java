package dev.callboard.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.report.AttendanceTable;
import dev.callboard.report.Sheet;
import java.util.List;

/** The attendance table as JSON: in each row the columns of the file, under the same names. */
final class AttendanceView {

  private AttendanceView() {}

  static ObjectNode of(AttendanceTable table) {
    ObjectNode root =
        JsonNodeFactory.instance
            .objectNode()
            .put("session", table.about().session())
            .put("asOf", table.about().asOf().toString())
            .put("revision", table.about().revision().number())
            .put("state", table.about().revision().state().word());
    ArrayNode rows = root.putArray("rows");
    Sheet sheet = table.people();
    sheet.rows().get().forEach(cells -> rows.add(row(sheet.columns(), cells)));
    return root;
  }

  private static ObjectNode row(List<Sheet.Column> columns, List<String> cells) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < columns.size(); i++) {
      Sheet.Column column = columns.get(i);
      String cell = cells.get(i);
      if (cell.isEmpty()) {
        row.putNull(column.name());
      } else if (column.whole()) {
        row.put(column.name(), Long.parseLong(cell));
      } else {
        row.put(column.name(), cell);
      }
    }
    return row;
  }
}
