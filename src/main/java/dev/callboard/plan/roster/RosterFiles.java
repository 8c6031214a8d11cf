package dev.callboard.plan.roster;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The files beside plans that hold their rosters: {@code KEY.roster.csv}. */
final class RosterFiles {

  private RosterFiles() {}

  static String name(String plan) {
    return plan + ".roster.csv";
  }

  /**
   * Puts each in the place of the one before in one step, so that nobody ever reads half of it; and
   * the first only once all are on disk.
   */
  static void write(Path folder, Map<String, List<RosterRow>> rosters) throws IOException {
    Path fresh =
        Files.createTempDirectory(folder, ".rosters"); // a file in it is as others may read
    try {
      for (Map.Entry<String, List<RosterRow>> roster : rosters.entrySet()) {
        String name = name(roster.getKey());
        if (Files.isDirectory(folder.resolve(name))) {
          throw new FileAlreadyExistsException(name, null, "a folder (expected: a file, or none)");
        }
        write(fresh.resolve(name), roster.getValue());
      }
      for (String plan : rosters.keySet()) {
        force(fresh.resolve(name(plan)));
      }
      for (String plan : rosters.keySet()) {
        Files.move(
            fresh.resolve(name(plan)),
            folder.resolve(name(plan)),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      for (String plan : rosters.keySet()) {
        Files.deleteIfExists(fresh.resolve(name(plan)));
      }
      Files.deleteIfExists(fresh);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void write(Path file, List<RosterRow> rows) throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
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
