package dev.callboard.report.file;

import dev.callboard.plan.Paper;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.page.Links;
import dev.callboard.report.page.ReportPage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads reports back as other programs would. */
final class ReadBack {

  private ReadBack() {}

  static String html(ClassReport report) {
    return ReportPage.html(report, Links.beside("/assets", report.reader()));
  }

  /** A page as XML; fails when it is not well-formed. */
  static Document document(String html) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(html)));
    } catch (ParserConfigurationException | SAXException | IOException exception) {
      throw new AssertionError("the page is no XML", exception);
    }
  }

  /** Rows of the tables of this class, by the headings of the columns. */
  static List<Map<String, String>> rows(Document page, String table) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Element found : all(page.getDocumentElement(), "table")) {
      if (found.getAttribute("class").equals(table)) {
        List<Element> lines = all(found, "tr");
        List<String> heads = cells(lines.getFirst());
        lines.stream()
            .skip(1)
            .map(ReadBack::cells)
            .forEach(cells -> {
              Map<String, String> row = new LinkedHashMap<>();
              for (int i = 0; i < heads.size(); i++) {
                row.put(heads.get(i), cells.get(i));
              }
              rows.add(row);
            });
      }
    }
    return rows;
  }

  private static List<String> cells(Element row) {
    List<String> cells = new ArrayList<>();
    for (var node = row.getFirstChild(); node != null; node = node.getNextSibling()) {
      cells.add(node.getTextContent());
    }
    return cells;
  }

  static List<Element> all(Element within, String tag) {
    NodeList found = within.getElementsByTagName(tag);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }

  static byte[] pdf(ClassReport report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Pdf.write(report, Paper.A4, out);
    } catch (IOException exception) {
      throw new AssertionError("no PDF", exception);
    }
    return out.toByteArray();
  }

  /** The words of a PDF, in the order they stand, blanks and ends of lines made one blank. */
  static String words(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("\\s+", " ");
    }
  }

  /** Rows of a page of the workbook, by the headings of the columns; none when it is not there. */
  static List<Map<String, String>> rows(ClassReport report, String page) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Workbook.write(report, out);
    List<Map<String, String>> rows = new ArrayList<>();
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      Sheet sheet = book.findSheet(page).orElse(null);
      List<Row> lines = sheet == null ? List.of() : sheet.read();
      for (Row line : lines.stream().skip(1).toList()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < lines.getFirst().getCellCount(); i++) {
          String text =
              i < line.getCellCount() && line.getCell(i) != null ? line.getCell(i).getText() : "";
          row.put(lines.getFirst().getCellText(i), Objects.requireNonNullElse(text, ""));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** All that is in any form, as text: what is in none of them has not leaked. */
  static String everything(ClassReport report) throws IOException {
    StringBuilder all = new StringBuilder(html(report));
    all.append(words(pdf(report))).append(ReportJson.of(report));
    for (String page :
        List.of(
            "Summary", "Timing", "People", "Segments", "Posts", "Notes", "Debrief", "Prompts")) {
      all.append(rows(report, page));
    }
    return all.toString();
  }
}
