package dev.callboard.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/**
 * CSV as RFC 4180 has it: UTF-8, lines ended by CR and LF, quotes where they are needed and doubled
 * within. A cell that a spreadsheet would take for a formula gets an apostrophe in front, see
 * {@link #inert}.
 *
 * @param separator between cells
 * @param bom whether it begins with U+FEFF, without which Excel takes UTF-8 for Windows-1252
 */
public record CsvFile(char separator, boolean bom) {

  /** With commas and without a byte order mark, as most programs want it. */
  public static final CsvFile USUAL = new CsvFile(',', false);

  /**
   * Signs that begin formulas, as OWASP lists them, and their wide forms, which Excel takes too.
   */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  /** Writes row by row and keeps none. Leaves the stream open. */
  public void write(Sheet sheet, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    if (bom) {
      text.write('\uFEFF');
    }
    CsvWriter csv =
        CsvWriter.builder().fieldSeparator(separator).lineDelimiter(LineDelimiter.CRLF).build(text);
    csv.writeRecord(cells(sheet.header()));
    for (Iterator<List<String>> rows = sheet.rows().get().iterator(); rows.hasNext(); ) {
      csv.writeRecord(cells(rows.next()));
    }
    csv.flush();
    text.flush();
  }

  private static List<String> cells(List<String> row) {
    return row.stream().map(CsvFile::inert).toList();
  }

  /**
   * A text that no spreadsheet takes for a formula: {@code =1+1} becomes {@code '=1+1}. Learners
   * choose their own names, and whoever opens the file must not run them.
   */
  static String inert(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
