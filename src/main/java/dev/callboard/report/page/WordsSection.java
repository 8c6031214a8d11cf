package dev.callboard.report.page;

import static dev.callboard.report.page.Table.cell;
import static dev.callboard.report.page.Table.theirs;
import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import dev.callboard.report.Plain;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Posted;
import dev.callboard.report.model.Prompting;
import dev.callboard.report.model.Remark;
import dev.callboard.report.model.Words;
import dev.callboard.report.page.Table.Cell;
import dev.callboard.session.Event.NoteFor;
import j2html.tags.DomContent;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** What was said: to the class, in notes and to the team; and what did not arrive. */
final class WordsSection {

  private final ClassReport report;
  private final ZoneId zone;
  private final List<DomContent> sections = new ArrayList<>();

  private WordsSection(ClassReport report) {
    this.report = report;
    zone = report.header().zone();
  }

  /** What there is none of is left out. */
  static Stream<DomContent> of(ClassReport report) {
    WordsSection words = new WordsSection(report);
    if (!report.posts().isEmpty()) {
      words.sections.add(section(h2("Posted to the class"), words.posts().tag()));
    }
    if (!report.notes().isEmpty()) {
      words.sections.add(words.notes());
    }
    if (!report.prompting().isEmpty()) {
      words.sections.add(words.prompts());
    }
    if (!report.undelivered().isEmpty()) {
      words.sections.add(section(h2("What did not arrive"), words.undelivered().tag()));
    }
    return words.sections.stream();
  }

  private Table posts() {
    boolean signed = report.posts().stream().anyMatch(post -> !post.by().isEmpty());
    List<Table.Column> columns = new ArrayList<>();
    columns.add(Table.figure("At"));
    columns.add(Table.text("Segment"));
    columns.add(Table.wide("Post"));
    if (signed) {
      columns.add(Table.text("By"));
    }
    Table table = Table.of("posts", "Posts, in order", columns.toArray(Table.Column[]::new));
    for (Posted post : report.posts()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(cell(Words.clock(post.at(), zone)));
      cells.add(theirs(post.segment()));
      cells.add(new Cell(post(post), post.takenBack() ? "gone" : ""));
      if (signed) {
        cells.add(theirs(post.by()));
      }
      table.row(cells.toArray(Cell[]::new));
    }
    return table;
  }

  private static DomContent post(Posted post) {
    String after = post.takenBack() ? " (taken back)" : post.reworded() ? " (reworded)" : "";
    boolean leads = post.url().startsWith("https://") || post.url().startsWith("http://");
    DomContent words =
        leads
            ? a(Table.isolated(post.words())).withHref(Plain.of(post.url())).withRel("noreferrer")
            : Table.isolated(post.words());
    return each(Stream.of(words, Table.words(after)));
  }

  private DomContent notes() {
    List<DomContent> parts = new ArrayList<>();
    parts.add(h2("Notes"));
    for (NoteFor reader : NoteFor.values()) {
      List<Remark> theirs =
          report.notes().stream().filter(note -> note.reader() == reader).toList();
      if (!theirs.isEmpty()) {
        parts.add(h3("For the " + reader.name().toLowerCase(Locale.ROOT)));
        theirs.forEach(note -> parts.add(note(note)));
      }
    }
    return section(parts.toArray(DomContent[]::new));
  }

  private DomContent note(Remark note) {
    List<String> where = new ArrayList<>();
    where.add(Words.clock(note.at(), zone));
    if (!note.segment().isEmpty()) {
      where.add(note.segment());
    }
    if (note.behind() != null) {
      where.add(Words.behind(note.behind()));
    }
    if (!note.by().isEmpty()) {
      where.add(note.by());
    }
    return div(
            p(Table.isolated(note.text())).withClass("words"),
            p(Table.isolated(String.join(" · ", where))).withClass("label"))
        .withClass("note");
  }

  private DomContent prompts() {
    Prompting prompting = report.prompting();
    List<DomContent> parts = new ArrayList<>();
    parts.add(h2("Prompts to the team"));
    parts.add(p(Table.words(summary(prompting))));
    if (!prompting.said().isEmpty()) {
      Table table =
          Table.of(
              "prompts",
              "Prompts said, in order",
              Table.figure("At"),
              Table.text("To"),
              Table.wide("About"),
              Table.figure("Decided late by"));
      prompting
          .said()
          .forEach(prompt ->
              table.row(
                  cell(Words.clock(prompt.at(), zone)),
                  theirs(prompt.to()),
                  theirs(prompt.words().isEmpty() ? prompt.about() : prompt.words()),
                  cell(onTime(prompt.late()) ? "" : Words.late(prompt.late()))));
      parts.add(table.tag());
    }
    if (!prompting.unsaid().isEmpty()) {
      Table table =
          Table.of(
              "unsaid",
              "Due, but not said: of no use any more, said by something newer, or lost",
              Table.figure("Due"),
              Table.wide("About"));
      prompting
          .unsaid()
          .forEach(mark -> table.row(cell(Words.clock(mark.due(), zone)), theirs(mark.about())));
      parts.add(table.tag());
    }
    return section(parts.toArray(DomContent[]::new));
  }

  private static String summary(Prompting prompting) {
    int said = prompting.said().size();
    if (said == 0) {
      return "None was said.";
    }
    String prompts = Words.count(said, "prompt");
    Duration median = Objects.requireNonNull(prompting.medianLate());
    Duration worst = Objects.requireNonNull(prompting.worstLate());
    if (onTime(worst)) {
      return prompts + (said == 1 ? "" : ", all of them") + " decided on time.";
    }
    String latest = ", the latest " + Words.late(worst) + " late.";
    return said == 1
        ? prompts + ", decided " + Words.late(worst) + " late."
        : onTime(median)
            ? prompts + ", most of them decided on time" + latest
            : prompts + ", half of them decided within " + Words.late(median) + latest;
  }

  /** What would be written as no time at all. */
  private static boolean onTime(Duration late) {
    return late.compareTo(Duration.ofMillis(50)) < 0;
  }

  private Table undelivered() {
    Table table =
        Table.of(
            "undelivered",
            "Messages, in order",
            Table.figure("At"),
            Table.text("What"),
            Table.wide("Why"));
    report
        .undelivered()
        .forEach(lost ->
            table.row(cell(Words.clock(lost.at(), zone)), theirs(lost.what()), theirs(lost.why())));
    return table;
  }
}
