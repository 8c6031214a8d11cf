package dev.callboard.report.picture;

import java.util.List;

/** Something drawn. Coordinates grow to the right and down from the upper left corner. */
public sealed interface Shape {

  /** What a colour means; which it is, the medium decides. */
  enum Role {
    INK,
    MUTED,
    /** Lines to measure by. */
    FAINT,
    /** Every other segment behind the people. */
    BAND,
    /** Time that was as planned. */
    TIME,
    /** People. */
    ACCENT,
    ACCENT_SOFT,
    ATTENTION,
    OVER;

    /** The word in class names: {@code accent-soft}. */
    String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** Where a text is held. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** A filled rectangle. */
  record Box(double x, double y, double width, double height, Role role) implements Shape {}

  /** The outline of one. */
  record Frame(double x, double y, double width, double height, Role role) implements Shape {}

  /** A straight line; dashed when it is no border but a measure. */
  record Line(double x1, double y1, double x2, double y2, Role role, boolean dashed)
      implements Shape {}

  /** A line through these points. */
  record Path(List<Point> points, double width, Role role) implements Shape {
    public Path {
      points = List.copyOf(points);
    }
  }

  /** The area within these points. */
  record Area(List<Point> points, Role role) implements Shape {
    public Area {
      points = List.copyOf(points);
    }
  }

  /** A place. */
  record Point(double x, double y) {}

  /**
   * A text on one line.
   *
   * @param y of its base line
   * @param size of the em
   */
  record Text(double x, double y, double size, Anchor anchor, Role role, boolean bold, String words)
      implements Shape {}
}
