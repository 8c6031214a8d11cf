package dev.callboard.report.picture;

import dev.callboard.report.picture.Shape.Point;
import java.util.List;

/** Puts shapes elsewhere. */
final class Moves {

  private Moves() {}

  static Shape by(Shape shape, double dx, double dy) {
    return switch (shape) {
      case Shape.Box s -> new Shape.Box(s.x() + dx, s.y() + dy, s.width(), s.height(), s.role());
      case Shape.Frame s ->
          new Shape.Frame(s.x() + dx, s.y() + dy, s.width(), s.height(), s.role());
      case Shape.Line s ->
          new Shape.Line(s.x1() + dx, s.y1() + dy, s.x2() + dx, s.y2() + dy, s.role(), s.dashed());
      case Shape.Path s -> new Shape.Path(points(s.points(), dx, dy), s.width(), s.role());
      case Shape.Area s -> new Shape.Area(points(s.points(), dx, dy), s.role());
      case Shape.Text s ->
          new Shape.Text(
              s.x() + dx, s.y() + dy, s.size(), s.anchor(), s.role(), s.bold(), s.words());
    };
  }

  private static List<Point> points(List<Point> points, double dx, double dy) {
    return points.stream().map(point -> new Point(point.x() + dx, point.y() + dy)).toList();
  }
}
