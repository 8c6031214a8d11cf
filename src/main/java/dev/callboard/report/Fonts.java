package dev.callboard.report;

import java.io.IOException;
import java.io.InputStream;

/** The bundled fonts, DejaVu Sans: machines that run servers often have none. */
public final class Fonts {

  public static final String REGULAR = "DejaVuSans.ttf";
  public static final String BOLD = "DejaVuSans-Bold.ttf";

  private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

  private Fonts() {}

  public static InputStream open(String name) throws IOException {
    InputStream found = Fonts.class.getResourceAsStream(FOLDER + name);
    if (found == null) {
      throw new IOException("font: " + name + " is not in the jars (expected: it is)");
    }
    return found;
  }
}
