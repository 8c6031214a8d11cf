package dev.callboard.report.picture;

import dev.callboard.report.Plain;
import java.util.List;
import java.util.Locale;

/**
 * Writes a picture as SVG within HTML. Colours are classes, so that the page's style sheet has the
 * say, in the dark too; there is no style in it, which the page's security policy forbids.
 */
public final class Svg {

  private final StringBuilder out = new StringBuilder(8_192);

  private Svg() {}

  /** Well-formed XML, to be put into a page as it is. */
  public static String of(Picture picture) {
    return new Svg().drawn(picture);
  }

  private String drawn(Picture picture) {
    String id = picture.name();
    out.append("<svg class=\"picture\" viewBox=\"0 0 ")
        .append(picture.width())
        .append(' ')
        .append(picture.height())
        .append("\" role=\"img\" aria-labelledby=\"")
        .append(id)
        .append("-title ")
        .append(id)
        .append("-alt\" xmlns=\"http://www.w3.org/2000/svg\">");
    element("title", id + "-title", picture.title());
    element("desc", id + "-alt", picture.alt());
    picture.shapes().forEach(this::shape);
    return out.append("</svg>").toString();
  }

  private void element(String name, String id, String words) {
    out.append('<').append(name).append(" id=\"").append(id).append("\">");
    words(words);
    out.append("</").append(name).append('>');
  }

  private void shape(Shape shape) {
    switch (shape) {
      case Shape.Box box -> rect(box.x(), box.y(), box.width(), box.height(), "fill", box.role());
      case Shape.Frame f -> rect(f.x(), f.y(), f.width(), f.height(), "line", f.role());
      case Shape.Line line -> {
        out.append("<line");
        number("x1", line.x1());
        number("y1", line.y1());
        number("x2", line.x2());
        number("y2", line.y2());
        if (line.dashed()) {
          out.append(" stroke-dasharray=\"4 4\"");
        }
        end("line", line.role());
      }
      case Shape.Path path -> {
        out.append("<polyline");
        points(path.points());
        number("stroke-width", path.width());
        end("line", path.role());
      }
      case Shape.Area area -> {
        out.append("<polygon");
        points(area.points());
        end("fill", area.role());
      }
      case Shape.Text text -> text(text);
    }
  }

  private void rect(double x, double y, double width, double height, String kind, Shape.Role role) {
    out.append("<rect");
    number("x", x);
    number("y", y);
    number("width", width);
    number("height", height);
    end(kind, role);
  }

  private void text(Shape.Text text) {
    out.append("<text");
    number("x", text.x());
    number("y", text.y());
    number("font-size", text.size());
    if (text.anchor() != Shape.Anchor.START) {
      out.append(" text-anchor=\"").append(text.anchor() == Shape.Anchor.END ? "end" : "middle");
      out.append('"');
    }
    if (text.bold()) {
      out.append(" font-weight=\"600\"");
    }
    out.append(" class=\"word-").append(text.role().word()).append("\">");
    words(text.words());
    out.append("</text>");
  }

  private void end(String kind, Shape.Role role) {
    out.append(" class=\"").append(kind).append('-').append(role.word()).append("\"/>");
  }

  private void points(List<Shape.Point> points) {
    out.append(" points=\"");
    for (Shape.Point point : points) {
      plain(point.x());
      out.append(',');
      plain(point.y());
      out.append(' ');
    }
    out.append('"');
  }

  private void number(String name, double value) {
    out.append(' ').append(name).append("=\"");
    plain(value);
    out.append('"');
  }

  /** To a tenth, which no eye tells from more. */
  private void plain(double value) {
    long tenths = Math.round(value * 10);
    out.append(
        tenths % 10 == 0
            ? String.valueOf(tenths / 10)
            : String.format(Locale.ROOT, "%.1f", tenths / 10.0));
  }

  private void words(String words) {
    out.append(Plain.of(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }
}
