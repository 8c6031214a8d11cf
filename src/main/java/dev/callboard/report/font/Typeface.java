package dev.callboard.report.font;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.ttf.gsub.GsubWorker;
import org.apache.fontbox.ttf.gsub.GsubWorkerFactory;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A font as outlines, so that a machine without fonts draws texts all the same. What it has no sign
 * for is drawn as an empty box. Thread-safe by one lock: the reader of fonts is not.
 */
final class Typeface {

  private static final Map<Face, Typeface> REGULAR = new EnumMap<>(Face.class);
  private static final Map<Face, Typeface> BOLD = new EnumMap<>(Face.class);

  private final TrueTypeFont font;
  private final CmapLookup signs;
  private final GsubWorker joining;
  private final double em;

  private Typeface(InputStream file, Face face) {
    try (file) {
      font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
      signs = font.getUnicodeCmapLookup();
      em = font.getUnitsPerEm();
      joining =
          face.joins()
              ? new GsubWorkerFactory().getGsubWorker(signs, font.getGsubData())
              : glyphs -> glyphs;
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  static Typeface of(Face face) {
    synchronized (REGULAR) {
      return REGULAR.computeIfAbsent(face, wanted -> new Typeface(wanted.regular(), wanted));
    }
  }

  /** The bold one; the usual one where there is none. */
  static Typeface bold(Face face) {
    if (!face.hasBold()) {
      return of(face);
    }
    synchronized (BOLD) {
      return BOLD.computeIfAbsent(face, wanted -> new Typeface(wanted.bold(), wanted));
    }
  }

  synchronized boolean has(int sign) {
    return signs.getGlyphId(sign) > 0;
  }

  /** How wide a text is whose signs stand from left to right. */
  synchronized double width(String text, double size) {
    double width = 0;
    for (int glyph : glyphs(text)) {
      width += advance(glyph);
    }
    return width * size / em;
  }

  /** The outline of such a text, which begins at a point of its base line. */
  synchronized Path2D outline(String text, double x, double y, double size) {
    Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double scale = size / em;
    double at = x;
    try {
      for (int glyph : glyphs(text)) {
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

  /** With letters joined as their script wants it. */
  private List<Integer> glyphs(String text) {
    return joining.applyTransforms(
        text.codePoints()
            .filter(Typeface::seen)
            .mapToObj(signs::getGlyphId)
            .collect(Collectors.toList()));
  }

  private static boolean seen(int sign) {
    int type = Character.getType(sign);
    return type != Character.FORMAT && type != Character.CONTROL;
  }

  private double advance(int glyph) {
    try {
      return font.getAdvanceWidth(glyph);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
