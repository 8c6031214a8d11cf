package dev.callboard.report.page;

import static dev.callboard.report.page.Table.cell;
import static dev.callboard.report.page.Table.theirs;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.section;

import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Timing;
import dev.callboard.report.model.Timing.Cause;
import dev.callboard.report.model.Timing.Fate;
import dev.callboard.report.model.Timing.Part;
import dev.callboard.report.model.Timing.State;
import dev.callboard.report.model.Words;
import j2html.tags.DomContent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Segment by segment, and where the minutes went. */
final class TimingSection {

  private static final Duration ATTENTION = Duration.ofSeconds(30);
  private static final Duration OVER = Duration.ofMinutes(3);

  private TimingSection() {}

  static Stream<DomContent> of(ClassReport report) {
    Timing timing = report.timing();
    List<DomContent> parts = new ArrayList<>();
    parts.add(h2("Timing"));
    parts.add(segments(report).tag());
    if (timing.actual() != null) {
      parts.add(causes(timing).tag());
    }
    return Stream.of(section(parts.toArray(DomContent[]::new)));
  }

  private static Table segments(ClassReport report) {
    ZoneId zone = report.header().zone();
    Table table =
        Table.of(
            "segments",
            "Each segment, planned and actual",
            Table.wide("Segment"),
            Table.figure("Planned at"),
            Table.figure("Began"),
            Table.figure("Planned"),
            Table.figure("Took"),
            Table.figure("Over or under"),
            Table.wide("What happened"));
    boolean anHour = report.header().anHour();
    for (Part part : report.timing().parts()) {
      Instant began = part.visits().isEmpty() ? null : part.visits().getFirst().start();
      table.row(
          theirs(part.title()),
          cell(anHour && !part.inserted() ? Words.clock(part.planned().start(), zone) : "–"),
          cell(began == null ? "–" : Words.clock(began, zone)),
          cell(Words.length(part.plannedLength())),
          cell(part.visits().isEmpty() ? "–" : Words.length(part.spent())),
          cell(part.measured() ? Words.signed(part.over()) : "–", kind(part)),
          cell(happened(part)));
    }
    return table;
  }

  private static String kind(Part part) {
    if (!part.measured() || part.over().compareTo(ATTENTION) <= 0) {
      return "";
    }
    return part.over().compareTo(OVER) <= 0 ? "attention" : "over";
  }

  private static String happened(Part part) {
    List<String> words = new ArrayList<>();
    if (part.fate() != Fate.GIVEN) {
      words.add(part.fate().words());
    }
    if (part.inserted()) {
      words.add("inserted");
    }
    if (part.moved()) {
      words.add("moved");
    }
    if (part.reentered()) {
      words.add("given in " + part.visits().size() + " goes");
    }
    if (!part.extra().isZero()) {
      boolean less = part.extra().isNegative();
      words.add((less ? "shortened by " : "extended by ") + Words.length(part.extra().abs()));
    }
    if (!part.paused().isZero()) {
      words.add("paused " + Words.length(part.paused()));
    }
    return String.join(", ", words);
  }

  private static Table causes(Timing timing) {
    Table table =
        Table.of("causes", "Where the minutes went", Table.wide("What"), Table.figure("By"));
    for (Cause cause : timing.causes()) {
      if (!cause.by().isZero()) {
        table.row(theirs(Words.capital(cause.words())), cell(Words.signed(cause.by())));
      }
    }
    boolean over = timing.state() == State.OVER;
    boolean early = timing.deviation().isNegative();
    String end = (over ? "Ended " : "Will end ") + (early ? "earlier" : "later") + " than planned";
    table.row(
        cell(timing.deviation().isZero() ? "Ended as planned" : end, "total"),
        cell(Words.signed(timing.deviation()), "total"));
    return table;
  }
}
