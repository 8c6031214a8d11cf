package dev.callboard.plan.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.callboard.plan.Unreadable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * CSV as people's programs write it: UTF-8 with or without a byte order mark, cells parted by
 * commas, semicolons or tabs, whichever the first line has most of.
 */
final class CsvTable {

  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_CELL = 1024 * 1024;
  private static final char MARK = '\uFEFF';

  private CsvTable() {}

  /** Hands over line by line until the reader has enough. */
  static void read(Path file, Predicate<TableLine> reader) throws Unreadable, IOException {
    checkText(file);
    char separator = separator(file);
    try (Reader text = text(file);
        CsvReader<CsvRecord> lines =
            CsvReader.builder()
                .fieldSeparator(separator)
                .maxBufferSize(LONGEST_CELL)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
      for (CsvRecord line : lines) {
        List<Cell> cells = line.getFields().stream().map(Cell::of).toList();
        TableLine read = new TableLine(Math.toIntExact(line.getStartingLineNumber()), cells);
        if (!read.blank() && !reader.test(read)) {
          return;
        }
      }
    } catch (CsvParseException broken) {
      throw new Unreadable(
          0, "a cell of more than a million characters (expected: CSV; is a quote missing?)");
    }
  }

  private static BufferedReader text(Path file) throws IOException {
    BufferedReader text = Files.newBufferedReader(file);
    text.mark(1);
    if (text.read() != MARK) {
      text.reset();
    }
    return text;
  }

  /** Looked through before anything is read, for then the line of a strange byte is certain. */
  private static void checkText(Path file) throws Unreadable, IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    CharBuffer chars = CharBuffer.allocate(CHUNK);
    int line = 1;
    try (InputStream in = Files.newInputStream(file)) {
      boolean end = false;
      while (!end) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        boolean strange = decoder.decode(bytes, chars, end).isError();
        line += Math.toIntExact(chars.flip().chars().filter(c -> c == '\n').count());
        if (strange) {
          throw new Unreadable(
              line,
              "a character that is not UTF-8 (expected: UTF-8, which Excel saves as “CSV UTF-8”)");
        }
        chars.clear();
        bytes.compact();
      }
    }
  }

  private static char separator(Path file) throws IOException {
    try (BufferedReader text = text(file)) {
      String first = "";
      for (String line = ""; line != null && first.isBlank(); line = text.readLine()) {
        first = line;
      }
      String bare = first.replaceAll("\"[^\"]*\"", "");
      char best = ',';
      for (char candidate : new char[] {';', '\t'}) {
        best = count(bare, candidate) > count(bare, best) ? candidate : best;
      }
      return best;
    }
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
