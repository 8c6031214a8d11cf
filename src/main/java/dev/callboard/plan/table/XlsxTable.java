package dev.callboard.plan.table;

import dev.callboard.plan.Unreadable;
import dev.callboard.plan.table.Cell.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first page of a workbook of Excel's. */
final class XlsxTable {

  /** More than that, unpacked, is no table but a trap. */
  private static final long LARGEST = 512L * 1024 * 1024;

  /** Texts that cells share are all in memory at once. */
  private static final long LARGEST_SHARED = 64L * 1024 * 1024;

  private static final int CHUNK = 64 * 1024;

  /** Excel takes 1900 for a leap year, so its days are right from March on. */
  private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
  private static final BigDecimal SECONDS = BigDecimal.valueOf(24 * 60 * 60);
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

  private static final int MOST_COLUMNS = 200;
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

  private XlsxTable() {}

  /** Hands over line by line until the reader has enough. */
  static void read(Path file, Predicate<TableLine> reader) throws Unreadable {
    checkSize(file);
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), WITH_FORMATS);
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      LocalDate first = book.isDate1904() ? DAY_0_OF_1904 : DAY_0;
      var _ = rows.map(row -> line(row, first)).filter(line -> !line.blank()).allMatch(reader);
    } catch (IOException | RuntimeException broken) {
      // The library fails in many ways at a part that is not as it should be.
      throw broken(broken);
    }
  }

  /** By unpacking it: what a file says of its own sizes may be a lie. */
  private static void checkSize(Path file) throws Unreadable {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      long left = LARGEST;
      for (ZipEntry entry : Collections.list(zip.entries())) {
        boolean shared = entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
        try (InputStream in = zip.getInputStream(entry)) {
          left -= size(in, shared ? Math.min(left, LARGEST_SHARED) : left);
        }
        if (left < 0) {
          throw new Unreadable(0, "too large when unpacked (expected: a table, in parts)");
        }
      }
    } catch (IOException noZip) {
      throw broken(noZip);
    }
  }

  /** How many bytes come; more than can be when they are more than so many. */
  private static long size(InputStream in, long most) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long size = 0;
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      size += read;
      if (size > most) {
        return LARGEST + 1;
      }
    }
    return size;
  }

  private static Unreadable broken(Exception cause) {
    Unreadable refused =
        new Unreadable(
            0, "no workbook that can be read (expected: .xlsx as Excel saves it, or CSV)");
    refused.initCause(cause);
    return refused;
  }

  private static TableLine line(Row row, LocalDate first) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_COLUMNS, row.getCellCount()); i++) {
      cells.add(row.getOptionalCell(i).map(cell -> cell(cell, first)).orElse(Cell.of("")));
    }
    return new TableLine(row.getRowNum(), cells);
  }

  private static Cell cell(org.dhatim.fastexcel.reader.Cell cell, LocalDate first) {
    String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
    return switch (cell.getType()) {
      case EMPTY -> Cell.of("");
      case STRING -> Cell.of(cell.asString());
      case NUMBER -> number(cell, raw, first);
      // What it came to when it was saved.
      case FORMULA ->
          cell.getValue() instanceof BigDecimal ? number(cell, raw, first) : Cell.of(raw);
      case BOOLEAN, ERROR -> new Cell(raw, Kind.OTHER);
    };
  }

  private static Cell number(org.dhatim.fastexcel.reader.Cell cell, String raw, LocalDate first) {
    return date(cell) && !raw.isEmpty()
        ? new Cell(moment(new BigDecimal(raw.strip()), first), Kind.DATE)
        : new Cell(number(raw), Kind.NUMBER);
  }

  /** {@code 2026-11-24}, {@code 14:00} or both with a T between them. */
  private static String moment(BigDecimal days, LocalDate first) {
    if (days.signum() < 0 || days.compareTo(LAST_DAY) > 0) {
      return days.toPlainString();
    }
    long seconds = days.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    LocalDateTime at = first.atStartOfDay().plusSeconds(seconds);
    if (seconds < SECONDS.longValueExact()) {
      return at.toLocalTime().toString();
    }
    boolean whole = at.toLocalTime().equals(LocalTime.MIDNIGHT);
    return whole ? at.toLocalDate().toString() : at.toString();
  }

  /** Without the {@code .0} and {@code E5} that programs write. */
  private static String number(String raw) {
    return raw.isEmpty() ? "" : new BigDecimal(raw.strip()).stripTrailingZeros().toPlainString();
  }

  private static boolean date(org.dhatim.fastexcel.reader.Cell cell) {
    String format = cell.getDataFormatString();
    if (format == null) {
      return false;
    }
    String bare = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*]|general", "");
    return bare.matches(".*[ydhs].*");
  }
}
