package dev.callboard.plan.roster;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.callboard.plan.table.FilesTogether;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The files beside plans that hold their rosters: {@code KEY.roster.csv}. */
final class RosterFiles {

  private RosterFiles() {}

  static String name(String plan) {
    return plan + ".roster.csv";
  }

  /** Puts each in the place of the one before, all or none, see {@link FilesTogether}. */
  static void write(Path folder, Map<String, List<RosterRow>> rosters) throws IOException {
    try (FilesTogether files = new FilesTogether(folder, ".rosters")) {
      for (Map.Entry<String, List<RosterRow>> roster : rosters.entrySet()) {
        try (BufferedWriter file = files.begin(name(roster.getKey()), true)) {
          write(file, roster.getValue());
        }
      }
      files.commit();
    }
  }

  private static void write(Writer file, List<RosterRow> rows) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      csv.writeRecord(
          Column.NAME.word(),
          Column.EMAIL.word(),
          Column.ROLE.word(),
          Column.LANGUAGE.word(),
          Column.ACCOMMODATIONS.word());
      for (RosterRow row : rows) {
        csv.writeRecord(
            row.name(),
            Objects.requireNonNullElse(row.email(), ""),
            row.role().word(),
            Objects.requireNonNullElse(row.language(), ""),
            String.join("; ", row.accommodations()));
      }
    }
  }
}
