package dev.callboard.report.picture;

import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Presence.Step;
import dev.callboard.report.picture.Shape.Anchor;
import dev.callboard.report.picture.Shape.Point;
import dev.callboard.report.picture.Shape.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Draws how many people were there as a filled step line, with the segments as bands behind it. */
record PeopleSteps(ClassReport report, Axis axis, double top, double bottom) {

  /**
   * Draws it.
   *
   * @param head how far the bands stand out above
   */
  void draw(Drawing on, Bands bands, double head) {
    bands.fill(on, top - head, bottom);
    int most = most();
    axis.ticks().forEach(tick -> on.line(axis.x(tick), top, axis.x(tick), bottom, Role.FAINT));
    on.line(axis.left(), top, axis.right(), top, Role.FAINT);
    on.line(axis.left(), bottom, axis.right(), bottom, Role.FAINT);
    people(on);
    int expected = report.attendance().expected();
    if (expected > 0 && expected < most) {
      on.dashes(axis.left(), y(expected), axis.right(), y(expected), Role.MUTED);
    }
    label(on, 0);
    label(on, most);
    double least = Math.min(y(expected) - y(most), y(0) - y(expected));
    if (expected > 0 && least > on.size() && expected < most) {
      label(on, expected);
    }
  }

  private void label(Drawing on, int people) {
    double x = axis.left() - on.size() * 0.5;
    on.text(x, y(people) + on.size() * 0.35, Anchor.END, Role.MUTED, String.valueOf(people));
  }

  /** The number at the top: the roster, or those who were there, whichever is more. */
  private int most() {
    return Math.max(1, Math.max(report.presence().most(), report.attendance().expected()));
  }

  private double y(int people) {
    return bottom - (bottom - top) * people / most();
  }

  private void people(Drawing on) {
    List<Step> steps = report.presence().steps();
    Instant last = until();
    List<Point> line = new ArrayList<>();
    int before = report.presence().at(axis.from());
    line.add(new Point(axis.left(), y(before)));
    for (Step step : steps) {
      if (step.at().isAfter(axis.from()) && step.at().isBefore(last)) {
        line.add(new Point(axis.x(step.at()), y(before)));
        line.add(new Point(axis.x(step.at()), y(step.people())));
        before = step.people();
      }
    }
    line.add(new Point(axis.x(last), y(before)));
    List<Point> area = new ArrayList<>(line);
    area.add(new Point(axis.x(last), bottom));
    area.add(new Point(axis.left(), bottom));
    on.shapes().add(new Shape.Area(area, Role.ACCENT_SOFT));
    on.shapes().add(new Shape.Path(line, 2, Role.ACCENT));
  }

  /** What is not known yet is not drawn. */
  private Instant until() {
    Instant now = report.header().asOf();
    return now.isBefore(axis.to()) ? now : axis.to();
  }
}
