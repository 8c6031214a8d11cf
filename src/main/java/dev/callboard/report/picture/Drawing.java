package dev.callboard.report.picture;

import dev.callboard.report.picture.Shape.Anchor;
import dev.callboard.report.picture.Shape.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Shapes that come to be. Not thread-safe.
 *
 * @param size of the em of its texts
 */
record Drawing(double size, List<Shape> shapes) {

  Drawing(double size) {
    this(size, new ArrayList<>());
  }

  /** Nothing of no width is drawn. */
  void box(double x, double y, double width, double height, Role role) {
    if (width > 0 && height > 0) {
      shapes.add(new Shape.Box(x, y, width, height, role));
    }
  }

  void frame(double x, double y, double width, double height, Role role) {
    shapes.add(new Shape.Frame(x, y, width, height, role));
  }

  void line(double x1, double y1, double x2, double y2, Role role) {
    shapes.add(new Shape.Line(x1, y1, x2, y2, role, false));
  }

  void dashes(double x1, double y1, double x2, double y2, Role role) {
    shapes.add(new Shape.Line(x1, y1, x2, y2, role, true));
  }

  void text(double x, double y, Anchor anchor, Role role, String words) {
    text(x, y, size, anchor, role, words);
  }

  void text(double x, double y, double em, Anchor anchor, Role role, String words) {
    shapes.add(new Shape.Text(x, y, em, anchor, role, false, words));
  }

  void strong(double x, double y, double em, Anchor anchor, Role role, String words) {
    shapes.add(new Shape.Text(x, y, em, anchor, role, true, words));
  }
}
