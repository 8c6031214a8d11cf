package dev.callboard.report.file;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.callboard.plan.Paper;
import dev.callboard.report.Fonts;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.page.ReportPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * The page as PDF, tagged so that it can be read aloud. Nothing is loaded for it, neither from the
 * network nor from the disk: its fonts are in the jars, and its pictures are drawn.
 */
public final class Pdf {

  private static final String STYLE = "/report/pdf.css";
  private static final String FAMILY = "Report";
  private static final int NORMAL = 400;
  private static final int BOLD = 700;

  static {
    FontMappers.set(new BundledFonts());
    XRLog.setLoggingEnabled(false); // it tells of each page, and of names it has no signs for
  }

  private Pdf() {}

  /** Leaves the stream open. */
  public static void write(ClassReport report, Paper paper, OutputStream out) throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(ReportPage.paper(report, paper, style(paper)), null);
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((_, _) -> false, when);
    }
    builder.useFont(() -> font(Fonts.REGULAR), FAMILY, NORMAL, FontStyle.NORMAL, true);
    builder.useFont(() -> font(Fonts.BOLD), FAMILY, BOLD, FontStyle.NORMAL, true);
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(TextDirection.LTR);
    builder.useReplacementText("\u25A1");
    builder.useObjectDrawerFactory(new DrawnPictures(report));
    builder.usePdfUaAccessibility(true);
    builder.withProducer("Callboard");
    builder.toStream(out);
    builder.run();
    out.flush();
  }

  private static InputStream font(String name) {
    try {
      return Fonts.open(name);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static String style(Paper paper) throws IOException {
    try (InputStream in = Pdf.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IOException(STYLE + " is not in the jar (expected: it is)");
      }
      String usual = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return usual + "@page { size: " + paper.word() + "; }\n";
    }
  }
}
