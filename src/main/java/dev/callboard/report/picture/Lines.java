package dev.callboard.report.picture;

import dev.callboard.report.picture.Shape.Anchor;
import dev.callboard.report.picture.Shape.Role;

/**
 * Numbered names, one after the other in as many lines as they take; what is too long for a line
 * goes on in the next. Not thread-safe.
 */
final class Lines {

  private static final double LINE = 1.6;

  private final Drawing on;
  private final double em;
  private final double left;
  private final double right;
  private double x;
  private double bottom;

  /** None yet, from {@code top} down. */
  Lines(Drawing on, double em, double left, double right, double top) {
    this.on = on;
    this.em = em;
    this.left = left;
    this.right = right;
    this.x = right;
    this.bottom = top;
  }

  void entry(String number, String name) {
    double numbered = Fit.width(number, em, true) + em * 0.45;
    if (x + numbered + Fit.width(name, em, false) > right) {
      next();
    }
    on.strong(x, base(), em, Anchor.START, Role.MUTED, number);
    x += numbered;
    words(name);
    x += em * 1.4;
  }

  private void words(String name) {
    StringBuilder line = new StringBuilder();
    for (String word : name.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (x + Fit.width(longer, em, false) > right && !line.isEmpty()) {
        write(line.toString());
        next();
        longer = word;
      }
      line = new StringBuilder(longer);
    }
    write(line.toString());
  }

  private void write(String words) {
    on.text(x, base(), em, Anchor.START, Role.INK, words);
    x += Fit.width(words, em, false);
  }

  private void next() {
    x = left;
    bottom += em * LINE;
  }

  private double base() {
    return bottom - em * 0.5;
  }

  double bottom() {
    return bottom;
  }
}
