package dev.callboard.report.picture;

import dev.callboard.report.model.ClassReport;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as PNG, on white. Needs no screen and no fonts of the machine. */
public final class Png {

  private Png() {}

  /** The picture for chat; {@link Pictures#alt} says what it says. Leaves the stream open. */
  public static void write(ClassReport report, OutputStream out) throws IOException {
    write(Pictures.card(report), 1, out);
  }

  /** Writes it so many times as large. Leaves the stream open. */
  static void write(Picture picture, int times, OutputStream out) throws IOException {
    BufferedImage image =
        new BufferedImage(
            picture.width() * times, picture.height() * times, BufferedImage.TYPE_INT_RGB);
    Graphics2D on = image.createGraphics();
    on.setColor(Painter.GROUND);
    on.fillRect(0, 0, image.getWidth(), image.getHeight());
    on.scale(times, times);
    Painter.paint(picture, on);
    on.dispose();
    try (MemoryCacheImageOutputStream file = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(image, "png", file); // no cache on disk, which the server may not have
    }
    out.flush();
  }
}
