package dev.callboard.report.picture;

import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Timing.Part;
import dev.callboard.report.picture.Shape.Anchor;
import dev.callboard.report.picture.Shape.Role;
import dev.callboard.session.timing.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The segments behind the people, a band each time one ran. A band has the whole name of its
 * segment, or where that does not fit its place in the running order, and a key says which that is.
 *
 * @param all in the order of time
 * @param em of the names
 */
record Bands(List<Band> all, Axis axis, double em) {

  private static final double INSET = 4;

  Bands {
    all = List.copyOf(all);
  }

  /**
   * A time that a segment ran.
   *
   * @param number of the segment in the running order, from 1
   */
  record Band(int number, String title, double x, double width) {

    double middle() {
      return x + width / 2;
    }
  }

  static Bands of(ClassReport report, Axis axis, double em) {
    List<Band> all = new ArrayList<>();
    List<Part> parts = report.timing().parts();
    for (int i = 0; i < parts.size(); i++) {
      String title = parts.get(i).title().strip().replaceAll("\\s+", " ");
      for (Window visit : parts.get(i).visits()) {
        double x = axis.x(visit.start());
        all.add(new Band(i + 1, title, x, axis.x(visit.end()) - x));
      }
    }
    all.sort(Comparator.comparingDouble(Band::x));
    return new Bands(all, axis, em);
  }

  /** The bands alone; every other is filled. */
  void fill(Drawing on, double top, double bottom) {
    for (int i = 0; i < all.size(); i += 2) {
      on.box(all.get(i).x(), top, all.get(i).width(), bottom - top, Role.BAND);
    }
  }

  /** How high the heads of the bands are, which are above the people and filled like them. */
  double head() {
    return em * 2;
  }

  /** How high what stands above the heads is: the numbers that do not even fit into their bands. */
  double above() {
    return all.stream().anyMatch(this::outside) ? em * 2.2 : 0;
  }

  /**
   * Writes names and numbers.
   *
   * @param top of the people, where the heads end
   */
  void names(Drawing on, double top) {
    double base = top - em * 0.6;
    for (Band band : all) {
      if (named(band)) {
        on.text(band.x() + INSET, base, em, Anchor.START, Role.MUTED, band.title());
      } else if (!outside(band)) {
        on.text(band.middle(), base, em, Anchor.MIDDLE, Role.MUTED, number(band));
      }
    }
    beside(on, top - head());
  }

  /** Side by side in one row, each with a line to its band. */
  private void beside(Drawing on, double top) {
    List<Band> narrow = all.stream().filter(this::outside).toList();
    double widest =
        narrow.stream().mapToDouble(band -> width(number(band))).max().orElse(0) + em * 0.5;
    double last = axis.right() + 4 * em;
    List<Double> places = Apart.by(widest, narrow.stream().map(Band::middle).toList(), em, last);
    for (int i = 0; i < narrow.size(); i++) {
      Band band = narrow.get(i);
      on.line(band.middle(), top, places.get(i), top - em * 0.7, Role.MUTED);
      on.text(places.get(i), top - em * 0.95, em, Anchor.MIDDLE, Role.MUTED, number(band));
    }
  }

  /**
   * Writes what the numbers stand for, in as many lines as that takes.
   *
   * @param y of the first line's top
   * @return of the last one's bottom
   */
  double key(Drawing on, double y) {
    Map<Integer, String> numbered = new TreeMap<>();
    all.stream()
        .filter(band -> !named(band))
        .forEach(band -> numbered.put(band.number(), band.title()));
    Lines lines = new Lines(on, em, axis.left(), axis.right(), y);
    numbered.forEach((number, title) -> lines.entry(String.valueOf(number), title));
    return lines.bottom();
  }

  private boolean named(Band band) {
    return width(band.title()) + 2 * INSET <= band.width();
  }

  private boolean outside(Band band) {
    return !named(band) && width(number(band)) + 2 > band.width();
  }

  private static String number(Band band) {
    return String.valueOf(band.number());
  }

  private double width(String text) {
    return Fit.width(text, em, false);
  }
}
