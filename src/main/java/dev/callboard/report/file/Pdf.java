package dev.callboard.report.file;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.callboard.plan.Paper;
import dev.callboard.report.font.Face;
import dev.callboard.report.font.Legible;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.page.ReportPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * The page as PDF, tagged so that it can be read aloud. Nothing is loaded for it, neither from the
 * network nor from the disk: its fonts are in the jars, and its pictures are drawn.
 */
public final class Pdf {

  private static final String STYLE = "/report/pdf.css";

  /** Stands for the fonts that the text turns out to need; nobody's words have it unescaped. */
  private static final String FAMILIES = "<families/>";

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
    String page = Legible.of(ReportPage.paper(report, paper, style(paper)));
    Set<Face> faces = Face.in(page);
    builder.withHtmlContent(page.replace(FAMILIES, families(faces)), null);
    faces.forEach(face -> use(face, builder));
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((_, _) -> false, when);
    }
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

  private static void use(Face face, PdfRendererBuilder builder) {
    builder.useFont(face::regular, face.name(), NORMAL, FontStyle.NORMAL, true);
    builder.useFont(face::bold, face.name(), BOLD, FontStyle.NORMAL, true);
  }

  /** What the text is set in: each sign in the first that has it. */
  private static String families(Set<Face> faces) {
    return faces.stream().map(Face::name).collect(Collectors.joining(", "));
  }

  private static String style(Paper paper) throws IOException {
    try (InputStream in = Pdf.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IOException(STYLE + " is not in the jar (expected: it is)");
      }
      String usual = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return usual
          + "@page { size: "
          + paper.word()
          + "; }\nbody { font-family: "
          + FAMILIES
          + "; }\n";
    }
  }
}
