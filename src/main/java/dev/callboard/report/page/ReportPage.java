package dev.callboard.report.page;

import static j2html.TagCreator.body;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;

import dev.callboard.plan.Paper;
import dev.callboard.report.Plain;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Header;
import dev.callboard.report.model.Words;
import dev.callboard.report.picture.Picture;
import dev.callboard.report.picture.Pictures;
import j2html.Config;
import j2html.TagCreator;
import j2html.rendering.FlatHtml;
import j2html.tags.DomContent;
import j2html.tags.specialized.HtmlTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The document. Everything that people wrote is escaped, and none of it can run. */
public final class ReportPage {

  /** The type of what stands for a picture on paper. */
  public static final String PICTURE = "application/x-callboard-picture";

  private static final Config WELL_FORMED = Config.defaults().withEmptyTagsClosed(true);

  private ReportPage() {}

  /** HTML to be served; a browser loads its style sheets and the chosen look, and nothing else. */
  public static String html(ClassReport report, Links links) {
    List<DomContent> more = new ArrayList<>();
    more.add(meta().withCharset("utf-8"));
    more.add(meta().withName("viewport").withContent("width=device-width, initial-scale=1"));
    more.add(meta().withName("color-scheme").withContent("light dark"));
    links.styles().forEach(href -> more.add(link().withRel("stylesheet").withHref(href)));
    more.add(script().withSrc(links.look()));
    more.add(link().withRel("icon").withHref(links.icon()));
    return rendered(report, links, new Medium.Screen(), more);
  }

  /**
   * XHTML to be printed.
   *
   * @param css its style, in the page itself
   */
  public static String paper(ClassReport report, Paper paper, String css) {
    return rendered(report, Links.NONE, Medium.Sheet.of(paper), List.of(style(rawHtml(css))));
  }

  private static String rendered(
      ClassReport report, Links links, Medium medium, List<DomContent> more) {
    Header about = report.header();
    HtmlTag page =
        TagCreator.html(
            head(
                each(more.stream()),
                title(Plain.of("Report · " + about.title())),
                meta().withName("description").withContent(Plain.of(about.result()))),
            body(
                    medium.running(about.title()),
                    main(
                        header(
                            h1(Table.isolated(about.title())),
                            p(Table.words(about.result())).withClass("result"),
                            p(Table.words(when(about))).withClass("label"),
                            p(Table.words(state(report))).withClass("label"),
                            Frame.forms(links)),
                        div(each(pictures(report, medium))).withClass("pictures"),
                        each(TimingSection.of(report)),
                        each(PeopleSection.of(report, medium.most())),
                        each(TroubleSection.of(report)),
                        each(DebriefSection.of(report)),
                        each(WordsSection.of(report)),
                        footer(p(Table.words(made(report))))))
                .withClass("report"));
    page.attr("lang", "en");
    StringBuilder out = new StringBuilder(65_536).append("<!DOCTYPE html>\n");
    try {
      page.render(FlatHtml.into(out, WELL_FORMED));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  private static Stream<DomContent> pictures(ClassReport report, Medium medium) {
    return Stream.of(
            shown(Pictures.time(report), Pictures.narrowTime(report), medium),
            shown(Pictures.presence(report), Pictures.narrowPresence(report), medium))
        .flatMap(Optional::stream);
  }

  private static Optional<DomContent> shown(
      Optional<Picture> wide, Optional<Picture> narrow, Medium medium) {
    return wide.flatMap(picture ->
        narrow
            .map(small -> medium.drawn(picture, small))
            .map(drawn ->
                figure(drawn, figcaption(Table.words(picture.title()))).withClass(picture.name())));
  }

  /** {@code Tuesday 24 November 2026, 14:02–15:05, planned 14:00–15:00, Europe/London}. */
  private static String when(Header about) {
    ZoneId zone = about.zone();
    StringBuilder words = new StringBuilder();
    Instant day = about.started() == null ? about.plannedStart() : about.started();
    words.append(day == null ? "No hour is planned" : Words.day(day, zone));
    if (about.started() != null) {
      words.append(", ").append(window(about.started(), about.ended(), zone));
    }
    if (about.plannedStart() != null) {
      words.append(", planned ").append(window(about.plannedStart(), about.plannedEnd(), zone));
    }
    words.append(", ").append(zone.getId());
    return about.client().isEmpty() ? words.toString() : about.clientTitle() + " · " + words;
  }

  private static String window(Instant from, @Nullable Instant to, ZoneId zone) {
    return Words.clock(from, zone) + "–" + (to == null ? "" : Words.clock(to, zone));
  }

  /** How far the facts can be relied on. */
  private static String state(ClassReport report) {
    Header about = report.header();
    return "For "
        + report.reader().words()
        + ". "
        + report.standing()
        + ". As of "
        + Words.clock(about.asOf(), about.zone())
        + ".";
  }

  private static String made(ClassReport report) {
    return "Made by Callboard for "
        + report.reader().words()
        + " · class "
        + report.header().session()
        + " · plan "
        + report.header().plan();
  }
}
