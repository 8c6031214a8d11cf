package dev.callboard.report.font;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** How texts are drawn, each sign in the first typeface that has it. Thread-safe. */
public enum Lettering {
  REGULAR,
  BOLD;

  /** By how much of the em what has no bold is thickened. */
  private static final double THICKER = 0.03;

  /** Signs side by side that are in one typeface. */
  private record Run(Face face, String signs) {}

  /** How wide a text is. */
  public double width(String text, double size) {
    return runs(text).stream()
        .mapToDouble(run -> typeface(run.face()).width(run.signs(), size))
        .sum();
  }

  /** The outline of a text that begins at a point of its base line. */
  public Path2D outline(String text, double x, double y, double size) {
    Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double at = x;
    for (Run run : runs(text)) {
      Path2D signs = typeface(run.face()).outline(run.signs(), at, y, size);
      all.append(signs, false);
      if (this == BOLD && !run.face().hasBold()) {
        all.append(new BasicStroke((float) (size * THICKER)).createStrokedShape(signs), false);
      }
      at += typeface(run.face()).width(run.signs(), size);
    }
    return all;
  }

  private Typeface typeface(Face face) {
    return this == BOLD ? Typeface.bold(face) : Typeface.of(face);
  }

  private static List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    StringBuilder signs = new StringBuilder();
    Face before = Face.LATIN;
    for (int sign : visual(Legible.of(text)).codePoints().toArray()) {
      Face face = Face.of(sign).orElse(Face.LATIN);
      if (face != before && !signs.isEmpty()) {
        runs.add(new Run(before, signs.toString()));
        signs.setLength(0);
      }
      signs.appendCodePoint(sign);
      before = face;
    }
    runs.add(new Run(before, signs.toString()));
    return runs;
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
