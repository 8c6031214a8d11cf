package dev.callboard.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Paper;
import dev.callboard.report.GivenClass;
import dev.callboard.report.model.ClassReport;
import dev.callboard.session.Event;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The paper that reports are printed on. */
class PaperTest {

  private static final Path FOLDER = Path.of("target/report-sample");

  private static PDDocument printed(ClassReport report, Paper paper) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Pdf.write(report, paper, out);
    return Loader.loadPDF(out.toByteArray());
  }

  @ParameterizedTest
  @CsvSource({"A4, 595, 842", "LETTER, 612, 792"})
  void everyPage_hasTheSizeOfThePaper(Paper paper, int width, int height) throws IOException {
    try (PDDocument document = printed(HeldClass.report(), paper)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
      for (PDPage page : document.getPages()) {
        assertThat(Math.round(page.getMediaBox().getWidth())).isEqualTo(width);
        assertThat(Math.round(page.getMediaBox().getHeight())).isEqualTo(height);
      }
    }
  }

  /** Margins as wide as they are said to be, on every side of what is printed. */
  @ParameterizedTest
  @CsvSource({"A4", "LETTER"})
  void nothing_isPrintedOverTheMargins(Paper paper) throws IOException {
    ClassReport high = GivenClass.of(60, List.of()).event(3_000, new Event.Ended()).report(4_000);
    for (ClassReport report : List.of(HeldClass.report(), high)) {
      try (PDDocument document = printed(report, paper)) {
        PDFRenderer renderer = new PDFRenderer(document);
        for (int page = 0; page < document.getNumberOfPages(); page++) {
          BufferedImage image = renderer.renderImageWithDPI(page, 50);
          int side = Math.round(15 / 25.4f * 50); // of 16 mm
          for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < side; x++) {
              assertThat(white(image, x, y) && white(image, image.getWidth() - 1 - x, y))
                  .as("page %d at %d, %d", page, x, y)
                  .isTrue();
            }
          }
        }
      }
    }
  }

  private static boolean white(BufferedImage image, int x, int y) {
    return (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF;
  }

  @Test
  void letter_isThereToBeLookedAt() throws IOException {
    Files.createDirectories(FOLDER);
    try (PDDocument document = printed(HeldClass.report(), Paper.LETTER)) {
      PDFRenderer renderer = new PDFRenderer(document);
      BufferedImage image = renderer.renderImageWithDPI(0, 110);
      ImageIO.write(image, "png", FOLDER.resolve("letter-0.png").toFile());
      assertThat(image.getWidth()).isEqualTo(935);
    }
  }
}
