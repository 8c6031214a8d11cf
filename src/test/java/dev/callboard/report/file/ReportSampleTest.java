package dev.callboard.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Paper;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Reader;
import dev.callboard.report.page.Links;
import dev.callboard.report.page.ReportPage;
import dev.callboard.report.picture.Png;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/**
 * Writes the report of a class in all its forms to {@code target/report-sample}, to be looked at.
 */
class ReportSampleTest {

  private static final Path FOLDER = Path.of("target/report-sample");
  private static final float DOTS_PER_INCH = 110;

  @Test
  void sample_isThereToBeLookedAt() throws IOException {
    Files.createDirectories(FOLDER);
    for (String style : new String[] {"callboard.css", "report.css", "report-phone.css"}) {
      Files.copy(
          Path.of("src/main/resources/web/" + style),
          FOLDER.resolve(style),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    ClassReport all = HeldClass.report();
    for (Reader reader : Reader.values()) {
      ClassReport report = all.forReader(reader);
      Files.writeString(
          FOLDER.resolve(reader.word() + ".html"),
          ReportPage.html(report, Links.beside(".", reader)));
    }
    Files.writeString(FOLDER.resolve("report.json"), ReportJson.of(all).toPrettyString());
    try (OutputStream out = Files.newOutputStream(FOLDER.resolve("report.png"))) {
      Png.write(all, out);
    }
    try (OutputStream out = Files.newOutputStream(FOLDER.resolve("report.xlsx"))) {
      Workbook.write(all, out);
    }
    File pdf = FOLDER.resolve("report.pdf").toFile();
    try (OutputStream out = Files.newOutputStream(pdf.toPath())) {
      Pdf.write(all, Paper.A4, out);
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentInformation().getTitle()).contains(all.header().title());
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        BufferedImage image = renderer.renderImageWithDPI(page, DOTS_PER_INCH);
        ImageIO.write(image, "png", FOLDER.resolve("page-" + page + ".png").toFile());
      }
    }
  }
}
