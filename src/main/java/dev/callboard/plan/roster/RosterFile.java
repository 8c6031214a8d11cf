package dev.callboard.plan.roster;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** The file beside a plan that holds its roster: {@code KEY.roster.csv}. */
final class RosterFile {

  private RosterFile() {}

  static String name(String plan) {
    return plan + ".roster.csv";
  }

  /** Puts it in the place of the one before in one step: nobody ever reads half of it. */
  static void write(Path folder, String plan, List<RosterRow> rows) throws IOException {
    Path file = folder.resolve(name(plan));
    Path fresh = folder.resolve(name(plan) + ".new");
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(Files.newBufferedWriter(fresh, StandardCharsets.UTF_8))) {
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
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
