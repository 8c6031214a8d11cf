package dev.callboard.report.page;

import static dev.callboard.report.page.Table.cell;
import static dev.callboard.report.page.Table.figure;
import static dev.callboard.report.page.Table.text;
import static dev.callboard.report.page.Table.theirs;
import static dev.callboard.report.page.Table.wide;
import static j2html.TagCreator.a;
import static j2html.TagCreator.p;

import dev.callboard.report.deeds.Deed;
import dev.callboard.report.model.Words;
import dev.callboard.report.page.Links.Form;
import dev.callboard.report.page.Links.Group;
import dev.callboard.session.Session;
import j2html.tags.DomContent;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
   * @param kind what is to be shown; null for all
   * @param after the number of the deed after which it begins; 0 for the beginning
   * @param links to other pages
   */
  public static String html(
      Session session, List<Deed> deeds, Deed.@Nullable Kind kind, long after, Links links) {
    List<Deed> fitting =
        deeds.stream().filter(deed -> kind == null || deed.kind() == kind).toList();
    List<Deed> rest = fitting.stream().filter(deed -> deed.seq() > after).toList();
    List<Deed> shown = rest.stream().limit(MOST).toList();
    List<Form> forms = new ArrayList<>();
    forms.add(
        new Form(Group.FILES, "CSV", "?form=csv" + (kind == null ? "" : "&kind=" + kind.word())));
    forms.add(new Form(Group.KINDS, "All", kind == null ? "" : "?"));
    for (Deed.Kind each : Deed.Kind.values()) {
      String href = each == kind ? "" : "?kind=" + each.word();
      forms.add(new Form(Group.KINDS, label(each), href));
    }
    forms.addAll(links.forms());
    List<DomContent> content = new ArrayList<>();
    content.add(table(session, shown).tag());
    if (shown.size() < rest.size()) {
      String more = "?after=" + shown.getLast().seq();
      content.add(
          p(
              a("The next " + Math.min(MOST, rest.size() - shown.size()))
                  .withHref(more + (kind == null ? "" : "&kind=" + kind.word()))));
    }
    String result =
        Words.count(fitting.size(), "thing")
            + " happened"
            + (kind == null ? "" : " of this kind")
            + ". Times in "
            + session.plan().zone().getId()
            + ".";
    return Frame.html("Timeline · " + session.plan().title(), result, links.with(forms), content);
  }

  private static String label(Deed.Kind kind) {
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
