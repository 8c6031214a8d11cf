package dev.callboard.report.page;

import static dev.callboard.report.page.Table.cell;
import static dev.callboard.report.page.Table.figure;
import static dev.callboard.report.page.Table.text;
import static dev.callboard.report.page.Table.theirs;
import static dev.callboard.report.page.Table.wide;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.section;

import dev.callboard.report.digest.DeliverySummary.Remark;
import dev.callboard.report.digest.DeliverySummary.Word;
import dev.callboard.report.digest.Digest;
import dev.callboard.report.digest.Occurrence;
import dev.callboard.report.digest.SegmentDigest;
import dev.callboard.report.digest.SegmentDigest.Trend;
import dev.callboard.report.digest.Spread;
import dev.callboard.report.model.Words;
import dev.callboard.session.Event.Topic;
import dev.callboard.session.Event.Went;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all deliveries of a plan teach its designer: what to plan otherwise first, and why. */
public final class DigestPage {

  private DigestPage() {}

  /**
   * The page.
   *
   * @param offer what can be made of its proposals
   */
  public static String html(Digest digest, PlanOffer offer, Links links) {
    List<DomContent> content = new ArrayList<>();
    content.add(ProposalsSection.of(digest, offer));
    content.add(section(h2("Segment by segment"), segments(digest).tag()));
    if (!digest.issues().isEmpty()) {
      content.add(section(h2("What did not work"), issues(digest).tag()));
    }
    content.add(section(h2("Version by version"), versions(digest).tag()));
    remarks(digest).ifPresent(table -> content.add(section(h2("What people said"), table.tag())));
    String result =
        Words.count(digest.deliveries(), "delivery", "deliveries")
            + (digest.versions().size() == 1
                ? ""
                : " of " + digest.versions().size() + " versions of the plan")
            + ", the newest is version "
            + digest.newest()
            + ".";
    return Frame.html("Digest · " + digest.title(), result, links, content);
  }

  private static Table segments(Digest digest) {
    Table table =
        Table.of(
            "lengths",
            "Minutes over the plan in all deliveries",
            text("Segment"),
            figure("Planned"),
            figure("Median"),
            figure("Middle half"),
            figure("Worst"),
            figure("Given"),
            figure("Cut"),
            figure("Left out"),
            wide("Trend, and how it went"));
    for (SegmentDigest segment : digest.segments()) {
      Spread over = segment.over();
      table.row(
          theirs(segment.title() + (segment.inserted() ? " (put in)" : "")),
          cell(Words.tenths(segment.planned())),
          cell(over == null ? "" : Words.tenthsOver(over.median()), meaning(over)),
          cell(over == null ? "" : middle(over)),
          cell(over == null ? "" : Words.tenthsOver(over.worst())),
          cell(segment.given() + " of " + segment.had()),
          cell(some(segment.cut())),
          cell(some(segment.skipped())),
          cell(trend(segment)));
    }
    return table;
  }

  private static String meaning(@Nullable Spread over) {
    if (over == null) {
      return "";
    }
    long minutes = over.median().toMinutes();
    return minutes >= 2 ? "over" : minutes >= 1 ? "attention" : "";
  }

  private static String some(int count) {
    return count == 0 ? "" : String.valueOf(count);
  }

  private static String middle(Spread over) {
    return over.count() < 2
        ? "" // of one there is no half
        : Words.tenthsOver(over.lower()) + " to " + Words.tenthsOver(over.upper());
  }

  private static String trend(SegmentDigest segment) {
    String trend =
        segment.trend().size() < 2
            ? ""
            : segment.trend().stream().map(DigestPage::one).collect(Collectors.joining(", "));
    String went =
        Stream.of(Went.values())
            .filter(each -> segment.went(each) > 0)
            .map(each -> Words.went(each) + " " + segment.went(each))
            .collect(Collectors.joining(", "));
    return Stream.of(trend, went).filter(each -> !each.isEmpty()).collect(Collectors.joining("; "));
  }

  private static String one(Trend trend) {
    return Words.tenthsOver(trend.over().median()) + " in version " + trend.version();
  }

  private static Table issues(Digest digest) {
    Table table =
        Table.of(
            "occurrences",
            "Technical issues in all deliveries, segment by segment",
            text("Segment"),
            wide("What was wrong"),
            text("Devices"),
            figure("Times"),
            figure("Deliveries"),
            figure("Fixed"),
            figure("Minutes lost"));
    for (Occurrence one : digest.issues()) {
      table.row(
          one.segment().isEmpty() ? cell("outside the segments") : theirs(one.segment()),
          theirs(one.what()),
          theirs(one.onDevices()),
          cell(String.valueOf(one.times())),
          cell(one.deliveries() + " of " + digest.deliveries()),
          cell(String.valueOf(one.fixed())),
          cell(Words.tenths(one.lost())));
    }
    return table;
  }

  private static Table versions(Digest digest) {
    Table table =
        Table.of(
            "versions",
            "The plan as it was given, the oldest first",
            text("Version"),
            text("Given"),
            figure("Deliveries"),
            figure("Learners who came"),
            figure("Class over its slot, median"));
    for (Digest.Version version : digest.versions()) {
      table.row(
          cell(String.valueOf(version.number())),
          cell(
              version.first().equals(version.last())
                  ? version.first().toString()
                  : version.first() + " to " + version.last()),
          cell(String.valueOf(version.deliveries())),
          cell(version.attended() + " of " + version.learners()),
          cell(Words.tenthsOver(version.over().median())));
    }
    return table;
  }

  private static Optional<Table> remarks(Digest digest) {
    Table table =
        Table.of(
            "remarks",
            "Notes for the designer and answers after class",
            text("Segment"),
            text("Day"),
            text("What"),
            wide("Words"));
    int rows = 0;
    for (SegmentDigest segment : digest.segments()) {
      for (Remark note : segment.notes()) {
        table.row(
            theirs(segment.title()),
            cell(note.date().toString()),
            cell("note"),
            theirs(note.text()));
        rows++;
      }
      for (Word said : segment.words()) {
        table.row(
            theirs(segment.title()),
            cell(said.date().toString()),
            cell(topic(said)),
            theirs(said.text()));
        rows++;
      }
    }
    for (Remark note : digest.notes()) {
      table.row(cell(""), cell(note.date().toString()), cell("note"), theirs(note.text()));
      rows++;
    }
    for (Word said : digest.words()) {
      table.row(cell(""), cell(said.date().toString()), cell(topic(said)), theirs(said.text()));
      rows++;
    }
    return rows == 0 ? Optional.empty() : Optional.of(table);
  }

  private static String topic(Word said) {
    String what =
        said.topic() == Topic.ACTIVITY
            ? said.went() == null ? "activity" : "went " + Words.went(said.went())
            : said.topic() == Topic.NEXT
                ? "next time"
                : "to " + said.topic().name().toLowerCase(Locale.ROOT);
    return what + ", " + said.role();
  }
}
