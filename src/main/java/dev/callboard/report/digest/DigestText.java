package dev.callboard.report.digest;

import dev.callboard.chat.Brief;
import dev.callboard.report.digest.DeliverySummary.Remark;
import dev.callboard.report.digest.DeliverySummary.Word;
import dev.callboard.report.digest.SegmentDigest.Trend;
import dev.callboard.report.model.Words;
import dev.callboard.session.Event.Topic;
import dev.callboard.session.Event.Went;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A digest as lines for a terminal. */
public final class DigestText {

  private static final int TITLE = 30;
  private static final String ROW = "%-" + TITLE + "s %5s %7s %15s %7s %6s %6s %5s %8s";

  private final Digest digest;
  private final List<String> lines = new ArrayList<>();

  private DigestText(Digest digest) {
    this.digest = digest;
  }

  /** Its lines, the proposals first. */
  public static List<String> lines(Digest digest) {
    DigestText text = new DigestText(digest);
    text.heading();
    text.proposals();
    text.table();
    text.issues();
    text.remarks();
    return text.lines;
  }

  private void heading() {
    lines.add(
        digest.title()
            + " ("
            + digest.plan()
            + "): "
            + Words.count(digest.deliveries(), "delivery", "deliveries")
            + " of "
            + Words.count(digest.versions().size(), "version", "versions"));
    for (Digest.Version version : digest.versions()) {
      lines.add(
          "  version "
              + version.number()
              + " ("
              + version.fingerprint()
              + "), "
              + (version.first().equals(version.last())
                  ? version.first()
                  : version.first() + " to " + version.last())
              + ": "
              + Words.count(version.deliveries(), "delivery", "deliveries")
              + ", "
              + version.attended()
              + " of "
              + version.learners()
              + " learners came, class over its slot by "
              + spread(version.over()));
    }
  }

  private void proposals() {
    lines.add("");
    lines.add(digest.proposals().isEmpty() ? "Nothing to plan otherwise." : "To plan otherwise:");
    digest.proposals().forEach(proposal -> lines.add("  " + proposal.sentence() + "."));
  }

  private void table() {
    lines.add("");
    lines.add(
        row("segment", "plan", "over", "quartiles", "worst", "given", "cut", "out", "extended"));
    for (SegmentDigest segment : digest.segments()) {
      lines.add(
          row(
              (segment.inserted() ? "+ " : "") + shortened(segment.title()),
              Words.tenths(segment.planned()),
              segment.over() == null ? "" : Words.tenthsOver(segment.over().median()),
              segment.over() == null ? "" : quartiles(segment.over()),
              segment.over() == null ? "" : Words.tenthsOver(segment.over().worst()),
              segment.given() + "/" + segment.had(),
              String.valueOf(segment.cut()),
              String.valueOf(segment.skipped()),
              String.valueOf(segment.extended())));
      below(segment);
    }
    lines.add("minutes over the plan: median, middle half, and the worst; + was put in");
  }

  private void below(SegmentDigest segment) {
    if (segment.trend().size() > 1) {
      lines.add(
          "    trend: "
              + segment.trend().stream().map(DigestText::trend).collect(Collectors.joining(", ")));
    }
    String went = went(segment);
    if (!went.isEmpty()) {
      lines.add("    went: " + went);
    }
    segment.words().stream()
        .filter(word -> !word.text().isBlank())
        .forEach(word -> lines.add("    " + said(word)));
    segment.notes().forEach(note -> lines.add("    " + noted(note)));
  }

  /** What did not work, in which segment and how often. */
  private void issues() {
    if (digest.issues().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("What did not work:");
    for (Occurrence one : digest.issues()) {
      String devices = one.onDevices();
      lines.add(
          "  "
              + (one.segment().isEmpty() ? "outside the segments" : shortened(one.segment()))
              + ": "
              + line(one.what())
              + (devices.isEmpty() ? "" : " (" + devices + ")")
              + ", "
              + one.times()
              + "× in "
              + Words.count(one.deliveries(), "delivery", "deliveries")
              + ", fixed "
              + one.fixed()
              + "×, "
              + Words.tenths(one.lost())
              + " min lost");
    }
  }

  private void remarks() {
    for (Topic topic : List.of(Topic.KEEP, Topic.CHANGE, Topic.NEXT)) {
      List<Word> words = digest.words().stream().filter(word -> word.topic() == topic).toList();
      if (!words.isEmpty()) {
        lines.add("");
        lines.add(
            switch (topic) {
              case KEEP -> "To keep:";
              case CHANGE -> "To change:";
              default -> "Next time:";
            });
        words.forEach(word -> lines.add("  " + said(word)));
      }
    }
    if (!digest.notes().isEmpty()) {
      lines.add("");
      lines.add("Notes outside the segments:");
      digest.notes().forEach(note -> lines.add("  " + noted(note)));
    }
  }

  private static String trend(Trend trend) {
    return Words.tenthsOver(trend.over().median())
        + " in version "
        + trend.version()
        + " ("
        + Words.tenths(trend.actual().median())
        + " of "
        + Words.tenths(trend.planned())
        + ", "
        + trend.over().count()
        + "×)";
  }

  private static String went(SegmentDigest segment) {
    List<String> parts = new ArrayList<>();
    for (Went went : Went.values()) {
      if (segment.went(went) > 0) {
        parts.add(Words.went(went) + " " + segment.went(went));
      }
    }
    return String.join(", ", parts);
  }

  private static String said(Word word) {
    String went = word.went() == null ? "" : ", " + Words.went(word.went());
    return word.date() + ", " + word.role() + went + ": " + line(word.text());
  }

  private static String noted(Remark note) {
    String behind =
        note.behind() == null ? "" : ", class " + Words.tenthsOver(note.behind()) + " min";
    return note.date() + ", note" + behind + ": " + line(note.text());
  }

  private static String spread(Spread over) {
    return Words.tenthsOver(over.median())
        + " min (median"
        + (over.count() == 1 ? ")" : ", " + quartiles(over) + ")");
  }

  private static String quartiles(Spread over) {
    return Words.tenthsOver(over.lower()) + " to " + Words.tenthsOver(over.upper());
  }

  private static String row(String... cells) {
    return String.format(Locale.ROOT, ROW, (Object[]) cells).stripTrailing();
  }

  private static String shortened(String title) {
    return Brief.of(title, TITLE - 2);
  }

  /** On one line, whatever people typed, and without what a terminal would obey. */
  private static String line(String text) {
    return text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
  }
}
