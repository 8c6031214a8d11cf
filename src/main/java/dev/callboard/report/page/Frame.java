package dev.callboard.report.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.title;

import dev.callboard.report.Plain;
import dev.callboard.report.page.Links.Form;
import dev.callboard.report.page.Links.Group;
import j2html.TagCreator;
import j2html.tags.DomContent;
import j2html.tags.specialized.HtmlTag;
import java.util.List;
import java.util.stream.Stream;

/** What all our documents have: a head, a heading, and ways to their other forms. */
final class Frame {

  private Frame() {}

  /**
   * A document.
   *
   * @param result the one sentence under its heading
   */
  static String html(String title, String result, Links links, List<DomContent> content) {
    return page(
        title,
        links,
        main(
            header(
                h1(Table.isolated(title)),
                p(Table.words(result)).withClass("result"),
                forms(links)),
            each(content.stream())));
  }

  /** A document with this in it. */
  static String page(String title, Links links, DomContent content) {
    HtmlTag page =
        TagCreator.html(
            head(
                meta().withCharset("utf-8"),
                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                meta().withName("color-scheme").withContent("light dark"),
                each(
                    links.styles().stream()
                        .map(href -> link().withRel("stylesheet").withHref(href))),
                link().withRel("icon").withHref(links.icon()),
                title(Plain.of(title + " · Callboard"))),
            body(content).withClass("report"));
    return "<!DOCTYPE html>\n" + page.attr("lang", "en").render();
  }

  /** A row for each kind of ways; nothing where there are none. */
  static DomContent forms(Links links) {
    if (links.forms().isEmpty()) {
      return each();
    }
    return nav(each(
            Stream.of(Group.values())
                .map(group -> links.forms().stream().filter(form -> form.group() == group).toList())
                .filter(ways -> !ways.isEmpty())
                .map(Frame::ways)))
        .withClass("forms")
        .attr("aria-label", "Other forms, and other pages");
  }

  private static DomContent ways(List<Form> ways) {
    return div(
            span(ways.getFirst().group().words()).withClass("label"),
            each(
                ways.stream()
                    .map(way ->
                        way.href().isEmpty()
                            ? span(Table.words(way.label())).attr("aria-current", "true")
                            : a(Table.words(way.label())).withHref(way.href()))))
        .withClass("ways");
  }
}
