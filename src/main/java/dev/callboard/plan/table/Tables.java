package dev.callboard.plan.table;

import dev.callboard.plan.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads tables line by line, whatever kind of file they are. */
public final class Tables {

  /** The most bytes a file may have. */
  private static final long LARGEST = 64L * 1024 * 1024;

  private Tables() {}

  /** The texts of the first line that is not blank; empty when there is none. */
  public static List<String> headings(Path file) throws Unreadable, IOException {
    List<String> headings = new ArrayList<>();
    readWhile(
        file,
        line -> {
          line.cells().forEach(cell -> headings.add(cell.text()));
          return false;
        });
    return headings;
  }

  /**
   * Hands each line that is not blank to the reader, one at a time.
   *
   * @throws Unreadable when the file is no such table
   */
  public static void read(Path file, Consumer<TableLine> reader) throws Unreadable, IOException {
    readWhile(
        file,
        line -> {
          reader.accept(line);
          return true;
        });
  }

  private static void readWhile(Path file, Predicate<TableLine> reader)
      throws Unreadable, IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new Unreadable(0, "cannot be read (expected: a file that is there)");
    }
    if (Files.size(file) > LARGEST) {
      throw new Unreadable(0, "the file is larger than 64 MiB (expected: a table, in parts)");
    }
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".xlsx")) {
      XlsxTable.read(file, reader);
    } else if (name.endsWith(".csv") || name.endsWith(".txt") || name.endsWith(".tsv")) {
      CsvTable.read(file, reader);
    } else {
      throw new Unreadable(0, "neither .csv nor .xlsx (expected: one of them)");
    }
  }
}
