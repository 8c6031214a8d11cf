package dev.callboard.report.picture;

import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Timing;
import dev.callboard.report.model.Timing.Fate;
import dev.callboard.report.model.Timing.Part;
import dev.callboard.report.model.Words;
import dev.callboard.report.picture.Shape.Anchor;
import dev.callboard.report.picture.Shape.Role;
import dev.callboard.session.attendance.Spans;
import dev.callboard.session.attendance.Spans.Span;
import dev.callboard.session.timing.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Draws a row a segment: what was planned as an outline, over what was as a fill, and the figure
 * beside it.
 *
 * @param most rows that are drawn; of more, the last says how many are missing
 */
record TimeRows(ClassReport report, Axis axis, double row, int most) {

  /** What nobody calls over time. */
  private static final Duration ON_TIME = Duration.ofSeconds(30);

  private static final Duration ATTENTION = Duration.ofMinutes(3);

  /** What colour an overrun has: none, attention up to three minutes, over beyond. */
  static Role role(Duration over) {
    if (over.compareTo(ON_TIME) <= 0) {
      return Role.TIME;
    }
    return over.compareTo(ATTENTION) <= 0 ? Role.ATTENTION : Role.OVER;
  }

  /** How many rows it has. */
  int count() {
    return Math.min(most, report.timing().parts().size());
  }

  /** Draws from {@code top} on, lines of the axis first. */
  void draw(Drawing on, double top, double width) {
    double bottom = top + count() * row;
    axis.ticks().forEach(tick -> on.line(axis.x(tick), top, axis.x(tick), bottom, Role.FAINT));
    List<Part> parts = report.timing().parts();
    boolean all = parts.size() <= most;
    int shown = all ? parts.size() : most - 1;
    for (int i = 0; i < shown; i++) {
      part(on, parts.get(i), top + i * row, width);
    }
    if (!all) {
      String rest = "and " + (parts.size() - shown) + " more segments";
      on.text(0, base(on, top + shown * row), Anchor.START, Role.MUTED, rest);
    }
    if (report.timing().state() == Timing.State.RUNNING) {
      double now = axis.x(report.header().asOf());
      on.line(now, top - 4, now, bottom + 4, Role.ACCENT);
    }
  }

  /** Draws times of day under {@code y}, where there is room for them. */
  void hours(Drawing on, double y) {
    double free = 0;
    for (Instant tick : axis.ticks()) {
      String hour = Words.clock(tick, axis.zone());
      double half = Fit.width(hour, on.size(), false) / 2;
      if (axis.x(tick) - half >= free) {
        on.text(axis.x(tick), y + on.size(), Anchor.MIDDLE, Role.MUTED, hour);
        free = axis.x(tick) + half + on.size() * 0.4;
      }
    }
  }

  private double base(Drawing on, double y) {
    return y + row / 2 + on.size() * 0.35;
  }

  private void part(Drawing on, Part part, double y, double width) {
    boolean running = part.fate() == Fate.RUNNING;
    Role ink = part.given() ? Role.INK : Role.MUTED;
    String title = Fit.within(part.title(), axis.left() - on.size(), on.size(), running);
    if (running) {
      on.strong(0, base(on, y), on.size(), Anchor.START, ink, title);
    } else {
      on.text(0, base(on, y), Anchor.START, ink, title);
    }
    actual(on, part, y);
    Window planned = part.planned();
    if (!planned.length().isZero() && report.timing().planned() != null) {
      double x = axis.x(planned.start());
      double high = Math.round(row * 0.68);
      on.frame(x, y + (row - high) / 2, axis.x(planned.end()) - x, high, Role.MUTED);
    }
    Role figure = role(part.over());
    String words = figure(part);
    if (!words.isEmpty()) {
      Role colour = figure == Role.TIME || !part.measured() ? Role.MUTED : figure;
      on.text(width, base(on, y), Anchor.END, colour, words);
    }
  }

  /** What it was over, or why there is nothing to say of that. */
  private static String figure(Part part) {
    if (part.measured()) {
      return Words.signed(part.over());
    }
    boolean open = part.fate() == Fate.RUNNING || part.fate() == Fate.AHEAD;
    return open ? "" : part.fate().words();
  }

  /** Without pauses; what was too much is coloured at its end. */
  private void actual(Drawing on, Part part, double y) {
    Spans ran = spans(part.visits()).without(spans(report.timing().pauses()));
    Role colour = role(part.over());
    Duration fine = colour == Role.TIME ? ran.length() : ran.length().minus(part.over());
    fine = fine.isNegative() ? Duration.ZERO : fine;
    double high = Math.round(row * 0.4);
    double top = y + (row - high) / 2;
    for (Span span : ran.all()) {
      Duration here = span.length().compareTo(fine) < 0 ? span.length() : fine;
      double from = axis.x(span.from());
      double turn = axis.x(span.from().plus(here));
      on.box(from, top, turn - from, high, Role.TIME);
      on.box(turn, top, axis.x(span.to()) - turn, high, colour);
      fine = fine.minus(here);
    }
  }

  private static Spans spans(List<Window> windows) {
    return Spans.union(
        windows.stream().map(window -> new Span(window.start(), window.end())).toList(),
        Duration.ZERO);
  }
}
