package dev.callboard.report.picture;

import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Presence.Step;
import dev.callboard.report.model.Timing.Part;
import dev.callboard.report.picture.Shape.Anchor;
import dev.callboard.report.picture.Shape.Point;
import dev.callboard.report.picture.Shape.Role;
import dev.callboard.session.timing.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws how many people were there as a filled step line, with the segments as bands behind it. */
record PeopleSteps(ClassReport report, Axis axis, double top, double bottom) {

  /** A visit of a segment. */
  private record Band(String title, Window window) {}

  /** Draws it, with the titles of the bands above. */
  void draw(Drawing on, boolean titles) {
    bands(on, titles);
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
    if (expected > 0 && y(expected) - y(most) > on.size() && expected < most) {
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

  private void bands(Drawing on, boolean titles) {
    List<Band> bands = new ArrayList<>();
    for (Part part : report.timing().parts()) {
      part.visits().forEach(visit -> bands.add(new Band(part.title(), visit)));
    }
    bands.sort(Comparator.comparing(band -> band.window().start()));
    for (int i = 0; i < bands.size(); i++) {
      Window window = bands.get(i).window();
      double x = axis.x(window.start());
      double width = axis.x(window.end()) - x;
      double above = titles ? on.size() * 1.7 : 0;
      if (i % 2 == 0) {
        on.box(x, top - above, width, bottom - top + above, Role.BAND);
      }
      String title = Fit.within(bands.get(i).title(), width - 6, on.size() * 0.85, false);
      if (titles && !title.isEmpty()) {
        double base = top - on.size() * 0.5;
        on.text(x + 4, base, on.size() * 0.85, Anchor.START, Role.MUTED, title);
      }
    }
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
