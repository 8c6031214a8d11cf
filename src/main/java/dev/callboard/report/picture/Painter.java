package dev.callboard.report.picture;

import dev.callboard.report.font.Lettering;
import dev.callboard.report.picture.Shape.Point;
import dev.callboard.report.picture.Shape.Role;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Paints pictures in the light colours of the pages, texts as outlines. */
public final class Painter {

  static final Color GROUND = new Color(0xffffff);

  /** The bands of the segments show through. */
  private static final Color PEOPLE = new Color(0x1f, 0x5f, 0xa8, 46);

  private static final float[] DASHES = {4, 4};

  private Painter() {}

  /** Onto a plane whose units are those of the picture. */
  public static void paint(Picture picture, Graphics2D on) {
    on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    on.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    picture.shapes().forEach(shape -> paint(shape, on));
  }

  private static void paint(Shape shape, Graphics2D on) {
    switch (shape) {
      case Shape.Box box -> {
        on.setColor(colour(box.role()));
        on.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
      }
      case Shape.Frame frame -> {
        on.setColor(colour(frame.role()));
        on.setStroke(new BasicStroke(1.25f));
        on.draw(new Rectangle2D.Double(frame.x(), frame.y(), frame.width(), frame.height()));
      }
      case Shape.Line line -> {
        on.setColor(colour(line.role()));
        on.setStroke(line.dashed() ? dashed() : new BasicStroke(1));
        on.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
      }
      case Shape.Path path -> {
        on.setColor(colour(path.role()));
        on.setStroke(new BasicStroke((float) path.width()));
        on.draw(through(path.points()));
      }
      case Shape.Area area -> {
        on.setColor(colour(area.role()));
        Path2D edge = through(area.points());
        edge.closePath();
        on.fill(edge);
      }
      case Shape.Text text -> text(text, on);
    }
  }

  private static BasicStroke dashed() {
    return new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0);
  }

  private static Path2D through(List<Point> points) {
    Path2D line = new Path2D.Double();
    for (int i = 0; i < points.size(); i++) {
      if (i == 0) {
        line.moveTo(points.get(i).x(), points.get(i).y());
      } else {
        line.lineTo(points.get(i).x(), points.get(i).y());
      }
    }
    return line;
  }

  private static void text(Shape.Text text, Graphics2D on) {
    Lettering letters = text.bold() ? Lettering.BOLD : Lettering.REGULAR;
    double width = letters.width(text.words(), text.size());
    double x =
        switch (text.anchor()) {
          case START -> text.x();
          case MIDDLE -> text.x() - width / 2;
          case END -> text.x() - width;
        };
    on.setColor(colour(text.role()));
    on.fill(letters.outline(text.words(), x, text.y(), text.size()));
  }

  /** As {@code report.css} has them on light ground. */
  private static Color colour(Role role) {
    if (role == Role.ACCENT_SOFT) {
      return PEOPLE;
    }
    return new Color(
        switch (role) {
          case INK -> 0x1b2026;
          case MUTED -> 0x56616d;
          case FAINT -> 0xd9dde2;
          case BAND -> 0xeceef1;
          case TIME -> 0xaab4bf;
          case ACCENT, ACCENT_SOFT -> 0x1f5fa8;
          case ATTENTION -> 0x865300;
          case OVER -> 0xb3261e;
        });
  }
}
