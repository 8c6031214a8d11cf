package dev.callboard.report.page;

import static dev.callboard.report.page.Table.cell;
import static dev.callboard.report.page.Table.figure;
import static dev.callboard.report.page.Table.text;
import static dev.callboard.report.page.Table.theirs;
import static dev.callboard.report.page.Table.wide;
import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.select;
import static j2html.TagCreator.span;

import dev.callboard.report.deeds.Deed;
import dev.callboard.report.deeds.Sieve;
import dev.callboard.report.model.Words;
import dev.callboard.report.page.Links.Form;
import dev.callboard.report.page.Links.Group;
import dev.callboard.session.Session;
import j2html.tags.DomContent;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The whole log of a class in words, a page of it. */
public final class TimelinePage {

  /** Deeds on one page. */
  public static final int MOST = 1_000;

  private TimelinePage() {}

  /**
   * The page.
   *
   * @param deeds all of the class, in order
   * @param sieve what of them is to be shown
   * @param after the number of the deed after which it begins; 0 for the beginning
   * @param links to other pages
   */
  public static String html(
      Session session, List<Deed> deeds, Sieve sieve, long after, Links links) {
    List<Deed> fitting = sieve.of(deeds);
    List<Deed> rest = fitting.stream().filter(deed -> deed.seq() > after).toList();
    List<Deed> shown = rest.stream().limit(MOST).toList();
    List<Form> forms = new ArrayList<>();
    forms.add(new Form(Group.FILES, "CSV", sieve.query("form=csv")));
    forms.add(new Form(Group.KINDS, "All", sieve.kind() == null ? "" : sieve.with(null).query()));
    for (Deed.Kind each : Deed.Kind.values()) {
      String href = each == sieve.kind() ? "" : sieve.with(each).query();
      forms.add(new Form(Group.KINDS, kindLabel(each), href));
    }
    forms.addAll(links.forms());
    List<DomContent> content = new ArrayList<>();
    content.add(people(deeds, sieve));
    content.add(table(session, shown).tag());
    if (shown.size() < rest.size()) {
      content.add(
          p(
              a("The next " + Math.min(MOST, rest.size() - shown.size()))
                  .withHref(sieve.query("after=" + shown.getLast().seq()))));
    }
    return Frame.html(
        "Timeline · " + session.plan().title(),
        result(session, fitting.size(), sieve),
        links.with(forms),
        content);
  }

  private static String result(Session session, int count, Sieve sieve) {
    return Words.count(count, "thing")
        + " happened"
        + (sieve.kind() == null ? "" : " of this kind")
        + (sieve.person() == null ? "" : " that " + sieve.person() + " did or is named in")
        + ". Times in "
        + session.plan().zone().getId()
        + ".";
  }

  /**
   * A choice, not a row of links as for the kinds: a class may have a thousand people. Whoever is
   * asked for and is not there stays chosen, so that the page says what it shows.
   */
  private static DomContent people(List<Deed> deeds, Sieve sieve) {
    Set<String> names = new TreeSet<>(Comparator.comparing(TimelinePage::plain));
    deeds.forEach(deed -> names.addAll(deed.people()));
    String chosen = sieve.person();
    if (chosen != null) {
      names.add(chosen);
    }
    List<DomContent> choices = new ArrayList<>();
    choices.add(option("Everybody").withValue(""));
    for (String name : names) {
      choices.add(option(Table.words(name)).withValue(name).withCondSelected(name.equals(chosen)));
    }
    String kind = sieve.kind() == null ? "" : sieve.kind().word();
    return form(
            label(
                span("Person").withClass("label"),
                select(each(choices.stream())).withName("person")),
            kind.isEmpty() ? each() : input().withType("hidden").withName("kind").withValue(kind),
            button("Show").withType("submit"))
        .withClass("choice")
        .withMethod("get");
  }

  /** Guests go by what they are called, without the quotation marks around it. */
  private static String plain(String name) {
    return name.replace("“", "").toLowerCase(Locale.ROOT) + " " + name;
  }

  private static String kindLabel(Deed.Kind kind) {
    return Words.capital(kind.word());
  }

  private static Table table(Session session, List<Deed> deeds) {
    ZoneId zone = session.plan().zone();
    Table table =
        Table.of(
            "deeds",
            "What happened, in order",
            figure("Time"),
            wide("What"),
            text("By"),
            text("Segment"),
            text("Kind"));
    for (Deed deed : deeds) {
      table.row(
          cell(Words.second(deed.at(), zone)),
          theirs(deed.sentence()),
          theirs(deed.by()),
          theirs(segment(session, deed.segment())),
          cell(deed.kind().word()));
    }
    return table;
  }

  private static String segment(Session session, @Nullable String key) {
    return key == null
        ? ""
        : session.run().order().find(key).map(item -> item.segment().title()).orElse(key);
  }
}
