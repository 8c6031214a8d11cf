package dev.callboard.plan.roster;

import dev.callboard.plan.Unreadable;
import dev.callboard.plan.roster.Cell.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first page of a workbook of Excel's. */
final class XlsxTable {

  /** More than that, unpacked, is no roster but a trap. */
  private static final long LARGEST = 512L * 1024 * 1024;

  private static final int MOST_COLUMNS = 200;
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

  private XlsxTable() {}

  static void read(Path file, Consumer<TableLine> reader) throws Unreadable {
    checkSize(file);
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), WITH_FORMATS);
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      rows.map(XlsxTable::line).filter(line -> !line.blank()).forEach(reader);
    } catch (IOException | RuntimeException broken) {
      // The library fails in many ways at a part that is not as it should be.
      throw broken(broken);
    }
  }

  private static void checkSize(Path file) throws Unreadable {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      long size = zip.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
      if (size > LARGEST) {
        throw new Unreadable(0, "larger than 512 MiB when unpacked (expected: a roster)");
      }
    } catch (IOException noZip) {
      throw broken(noZip);
    }
  }

  private static Unreadable broken(Exception cause) {
    Unreadable refused =
        new Unreadable(
            0, "no workbook that can be read (expected: .xlsx as Excel saves it, or CSV)");
    refused.initCause(cause);
    return refused;
  }

  private static TableLine line(Row row) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_COLUMNS, row.getCellCount()); i++) {
      cells.add(row.getOptionalCell(i).map(XlsxTable::cell).orElse(Cell.of("")));
    }
    return new TableLine(row.getRowNum(), cells);
  }

  private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
    String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
    return switch (cell.getType()) {
      case EMPTY -> Cell.of("");
      case STRING -> Cell.of(cell.asString());
      case NUMBER -> new Cell(number(raw), date(cell) ? Kind.DATE : Kind.NUMBER);
      case FORMULA -> Cell.of(raw);
      case BOOLEAN, ERROR -> new Cell(raw, Kind.OTHER);
    };
  }

  /** Without the {@code .0} and {@code E5} that programs write. */
  private static String number(String raw) {
    return raw.isEmpty() ? "" : new BigDecimal(raw.strip()).stripTrailingZeros().toPlainString();
  }

  private static boolean date(org.dhatim.fastexcel.reader.Cell cell) {
    String format = cell.getDataFormatString();
    if (cell.getType() != CellType.NUMBER || format == null) {
      return false;
    }
    String bare = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*]|general", "");
    return bare.matches(".*[ydhs].*");
  }
}
