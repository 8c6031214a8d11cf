package dev.callboard.report.picture;

import java.util.List;

/**
 * Shapes on a plane, the hindmost first.
 *
 * @param name short, for ids
 * @param title what it shows
 * @param alt what it says, for whoever does not see it
 */
public record Picture(
    String name, int width, int height, String title, String alt, List<Shape> shapes) {

  public Picture {
    shapes = List.copyOf(shapes);
  }
}
