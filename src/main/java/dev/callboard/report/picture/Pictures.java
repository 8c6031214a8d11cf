package dev.callboard.report.picture;

import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Header;
import dev.callboard.report.model.Presence.Step;
import dev.callboard.report.model.Timing.Part;
import dev.callboard.report.model.Words;
import dev.callboard.report.picture.Shape.Anchor;
import dev.callboard.report.picture.Shape.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pictures of a report. Pure. */
public final class Pictures {

  /** A picture for chat, as platforms show them largest. */
  public static final int CARD_WIDTH = 1_200;

  public static final int CARD_HEIGHT = 630;

  private static final int MARGIN = 48;

  private Pictures() {}

  /**
   * How wide a page's pictures are, which are one under the other and have one time axis.
   *
   * @param em of their texts
   * @param left where the axis begins
   * @param right where it ends
   */
  private record Page(String suffix, int width, double em, double left, double right) {

    static final Page WIDE = new Page("", 960, 15, 200, 876);
    static final Page NARROW = new Page("-narrow", 390, 13, 112, 334);

    Optional<Axis> axis(ClassReport report) {
      return Axis.of(report.timing(), report.header().zone(), left, right);
    }
  }

  /** Planned against actual; empty when no times are known. */
  public static Optional<Picture> time(ClassReport report) {
    return time(report, Page.WIDE);
  }

  /** The same as a phone has room for. */
  public static Optional<Picture> narrowTime(ClassReport report) {
    return time(report, Page.NARROW);
  }

  private static Optional<Picture> time(ClassReport report, Page page) {
    return page.axis(report)
        .map(axis -> {
          Drawing on = new Drawing(page.em());
          TimeRows rows = new TimeRows(report, axis, 30, Integer.MAX_VALUE);
          double bottom = 8.0 + rows.count() * 30;
          rows.draw(on, 8, page.width() - 2);
          rows.hours(on, bottom + 6);
          return new Picture(
              "time" + page.suffix(),
              page.width(),
              (int) bottom + 30,
              "Time: planned against actual, segment by segment",
              timeAlt(report),
              on.shapes());
        });
  }

  /** People over time; empty when nobody came, or no times are known. */
  public static Optional<Picture> presence(ClassReport report) {
    return presence(report, Page.WIDE);
  }

  /** The same as a phone has room for. */
  public static Optional<Picture> narrowPresence(ClassReport report) {
    return presence(report, Page.NARROW);
  }

  private static Optional<Picture> presence(ClassReport report, Page page) {
    if (report.presence().steps().isEmpty()) {
      return Optional.empty();
    }
    return page.axis(report)
        .map(axis -> {
          Drawing on = new Drawing(page.em());
          Bands bands = Bands.of(report, axis, on.size() * 0.85);
          double top = 14 + bands.above() + bands.head();
          double bottom = top + 180;
          new PeopleSteps(report, axis, top, bottom).draw(on, bands, bands.head());
          bands.names(on, top);
          on.text(0, top + on.size() * 0.8, Anchor.START, Role.INK, "People");
          new TimeRows(report, axis, 30, 0).hours(on, bottom + 8);
          return new Picture(
              "presence" + page.suffix(),
              page.width(),
              (int) Math.ceil(bands.key(on, bottom + 36)),
              "Presence: people over time, with the segments behind",
              presenceAlt(report),
              on.shapes());
        });
  }

  /** Both on one time axis under the sentence of result, legible on a phone. */
  public static Picture card(ClassReport report) {
    Drawing on = new Drawing(22);
    double room = CARD_WIDTH - 2 * MARGIN;
    Header header = report.header();
    String title = Fit.within(header.title(), room, 40, true);
    on.strong(0, 40, 40, Anchor.START, Role.INK, title);
    List<String> lines = Fit.lines(header.result(), room, 28, 2);
    for (int i = 0; i < lines.size(); i++) {
      on.text(0, 88 + i * 38.0, 28, Anchor.START, Role.INK, lines.get(i));
    }
    double top = 88 + lines.size() * 38.0;
    double bottom = CARD_HEIGHT - 2.0 * MARGIN + 12;
    Axis.of(report.timing(), header.zone(), 290, room - 112)
        .ifPresent(axis -> plots(report, axis, on, top, bottom - 30));
    return new Picture(
        "card", CARD_WIDTH, CARD_HEIGHT, header.title(), alt(report), moved(on.shapes()));
  }

  private static void plots(ClassReport report, Axis axis, Drawing on, double top, double bottom) {
    boolean people = !report.presence().steps().isEmpty();
    double height = people ? (bottom - top) * 0.68 : bottom - top;
    int parts = report.timing().parts().size();
    double row = Math.clamp(height / Math.max(1, parts), 26, 40);
    TimeRows rows = new TimeRows(report, axis, row, (int) (height / row));
    rows.draw(on, top, CARD_WIDTH - 2.0 * MARGIN);
    double under = top + rows.count() * row;
    if (people) {
      Bands bands = Bands.of(report, axis, on.size());
      new PeopleSteps(report, axis, under + 20, bottom).draw(on, bands, 0);
      on.text(0, under + 20 + on.size() * 0.8, Anchor.START, Role.INK, "People");
      under = bottom;
    }
    rows.hours(on, under + 6);
  }

  private static List<Shape> moved(List<Shape> shapes) {
    return shapes.stream().map(shape -> Moves.by(shape, MARGIN, MARGIN - 8)).toList();
  }

  /** What the picture for chat says, for whoever does not see it. */
  public static String alt(ClassReport report) {
    return report.header().title() + ". " + report.header().result();
  }

  private static String timeAlt(ClassReport report) {
    List<Part> off =
        report.timing().parts().stream()
            .filter(Part::measured)
            .filter(part -> Words.minutes(part.over()) > 0)
            .sorted(Comparator.comparing((Part part) -> part.over().abs()).reversed())
            .limit(3)
            .toList();
    if (off.isEmpty()) {
      return report.header().result();
    }
    return report.header().result()
        + " Furthest from plan: "
        + off.stream().map(Pictures::figure).collect(Collectors.joining(", "))
        + ".";
  }

  private static String figure(Part part) {
    Duration over = part.over();
    String word = over.isNegative() ? " min under" : " min over";
    return part.title() + " " + Words.minutes(over) + word;
  }

  private static String presenceAlt(ClassReport report) {
    ZoneId zone = report.header().zone();
    List<Step> steps = report.presence().steps();
    int most = report.presence().most();
    Instant first =
        steps.stream().filter(step -> step.people() == most).findFirst().orElseThrow().at();
    int expected = report.attendance().expected();
    return "At most "
        + most
        + (most == 1 ? " person" : " people")
        + " at once, first at "
        + Words.clock(first, zone)
        + (expected > 0 ? "; " + expected + " on the roster." : ".");
  }
}
