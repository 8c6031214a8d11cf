package dev.callboard.report.file;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.page.ReportPage;
import dev.callboard.report.picture.Painter;
import dev.callboard.report.picture.Picture;
import dev.callboard.report.picture.Pictures;
import java.awt.Shape;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Draws the pictures of a report into its PDF, as lines and outlines, sharp at any size. */
record DrawnPictures(ClassReport report) implements FSObjectDrawerFactory {

  @Override
  public @Nullable FSObjectDrawer createDrawer(Element element) {
    return picture(element.getAttribute("title")).map(Drawer::new).orElse(null);
  }

  @Override
  public boolean isReplacedObject(Element element) {
    return element.getAttribute("type").equals(ReportPage.PICTURE);
  }

  private Optional<Picture> picture(String name) {
    return name.equals("time") ? Pictures.time(report) : Pictures.presence(report);
  }

  private record Drawer(Picture picture) implements FSObjectDrawer {

    @Override
    public @Nullable Map<Shape, String> drawObject(
        Element element,
        double x,
        double y,
        double width,
        double height,
        OutputDevice device,
        RenderingContext context,
        int dotsPerPixel) {
      device.drawWithGraphics(
          (float) x,
          (float) y,
          (float) width / dotsPerPixel,
          (float) height / dotsPerPixel,
          plane -> {
            double scale = width / dotsPerPixel / picture.width();
            plane.scale(scale, scale);
            Painter.paint(picture, plane);
          });
      return null;
    }
  }
}
