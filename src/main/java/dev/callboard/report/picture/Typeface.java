package dev.callboard.report.picture;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import dev.callboard.report.Fonts;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A bundled typeface as outlines, so that a machine without fonts draws texts all the same. What it
 * has no sign for is drawn as an empty box. Thread-safe by one lock: the reader of fonts is not.
 */
final class Typeface {

  static final Typeface REGULAR = new Typeface(Fonts.REGULAR);
  static final Typeface BOLD = new Typeface(Fonts.BOLD);

  private final TrueTypeFont font;
  private final CmapLookup signs;
  private final double em;

  private Typeface(String resource) {
    try (InputStream in = Fonts.open(resource)) {
      font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      signs = font.getUnicodeCmapLookup();
      em = font.getUnitsPerEm();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** How wide a text is. */
  synchronized double width(String text, double size) {
    double width = 0;
    for (int sign : visual(text).codePoints().toArray()) {
      width += advance(glyph(sign));
    }
    return width * size / em;
  }

  /** The outline of a text that begins at a point of its base line. */
  synchronized Path2D outline(String text, double x, double y, double size) {
    Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double scale = size / em;
    double at = x;
    try {
      for (int sign : visual(text).codePoints().toArray()) {
        int glyph = glyph(sign);
        GlyphData data = font.getGlyph().getGlyph(glyph);
        if (data != null) {
          all.append(
              new AffineTransform(scale, 0, 0, -scale, at, y)
                  .createTransformedShape(data.getPath()),
              false);
        }
        at += advance(glyph) * scale;
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return all;
  }

  private int glyph(int sign) {
    int type = Character.getType(sign);
    boolean unseen = type == Character.FORMAT || type == Character.CONTROL;
    return unseen ? -1 : signs.getGlyphId(sign);
  }

  private double advance(int glyph) {
    try {
      return glyph < 0 ? 0 : font.getAdvanceWidth(glyph);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** From left to right as it is seen, Arabic letters joined. */
  private static String visual(String text) {
    if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
      return text;
    }
    try {
      ArabicShaping joining = new ArabicShaping(ArabicShaping.LETTERS_SHAPE);
      Bidi order = new Bidi(joining.shape(text), Bidi.LEVEL_DEFAULT_LTR);
      return order.writeReordered(Bidi.DO_MIRRORING);
    } catch (ArabicShapingException notShapeable) {
      return text;
    }
  }
}
