package dev.callboard.report.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.img;
import static j2html.TagCreator.main;
import static j2html.TagCreator.p;

import dev.callboard.report.page.Links.Form;
import j2html.tags.DomContent;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A document of one sentence, for whoever may not see the one they asked for. */
public final class NoticePage {

  /** What is to be typed, as sentences have it. */
  private static final Pattern TYPED = Pattern.compile("`([^`]*)`|[^`]+");

  private NoticePage() {}

  /**
   * The page, which looks as the door of the desk does.
   *
   * @param sentence with what is to be typed between backticks
   * @param links where to go on
   */
  public static String html(String title, String sentence, Links links) {
    return Frame.page(
        title,
        links,
        main(
                img().withSrc(Objects.requireNonNull(links.icon())).withAlt("").withClass("mark"),
                h1(Table.words(title)),
                p(each(words(sentence))),
                each(links.forms().stream().map(NoticePage::way)))
            .withClass("door"));
  }

  private static Stream<DomContent> words(String sentence) {
    return TYPED.matcher(sentence).results().map(NoticePage::word);
  }

  private static DomContent word(MatchResult found) {
    String typed = found.group(1);
    return typed == null ? Table.words(found.group()) : code(Table.words(typed));
  }

  private static DomContent way(Form way) {
    return a(Table.words(way.label())).withHref(way.href()).withClass("way");
  }
}
