package dev.callboard.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of Excel's: a page a sheet, its header frozen. Names and all other words are text
 * cells, which no program calculates, so that they need no apostrophe; only whole numbers that
 * Callboard counted itself are numbers.
 */
public final class XlsxFile {

  /** What a cell can hold. */
  private static final int LONGEST = 32_767;

  /** Rows that are held before they are written. */
  private static final int HELD = 500;

  private static final int WIDTH = 18;

  private XlsxFile() {}

  /** Writes page by page, and keeps few rows. Leaves the stream open. */
  public static void write(List<Sheet> sheets, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Callboard", null);
    workbook.setCompressionLevel(Deflater.BEST_SPEED); // it is sent once and kept nowhere
    for (Sheet sheet : sheets) {
      write(sheet, workbook.newWorksheet(sheet.name()));
    }
    workbook.finish();
    out.flush();
  }

  private static void write(Sheet sheet, Worksheet page) throws IOException {
    page.freezePane(0, 1);
    for (int column = 0; column < sheet.columns().size(); column++) {
      page.width(column, WIDTH);
      text(page, 0, column, sheet.columns().get(column).name());
    }
    int row = 1;
    for (Iterator<List<String>> rows = sheet.rows().get().iterator(); rows.hasNext(); row++) {
      List<String> cells = rows.next();
      for (int column = 0; column < cells.size(); column++) {
        cell(page, row, column, cells.get(column), sheet.columns().get(column).whole());
      }
      if (row % HELD == 0) {
        page.flush();
      }
    }
    page.finish();
  }

  private static void cell(Worksheet page, int row, int column, String text, boolean whole) {
    if (text.isEmpty()) {
      return;
    }
    if (whole) {
      page.value(row, column, Long.valueOf(text));
    } else {
      text(page, row, column, text);
    }
  }

  /** Written in place: a table of shared texts would hold every name till the end. */
  private static void text(Worksheet page, int row, int column, String text) {
    page.inlineString(row, column, writable(text));
  }

  /** Without what XML cannot say, and no longer than a cell. */
  static String writable(String text) {
    String plain = Plain.of(text);
    if (plain.length() <= LONGEST) {
      return plain;
    }
    int end = Character.isHighSurrogate(plain.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return plain.substring(0, end);
  }
}
