package dev.callboard.command.roll;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.Fact;
import dev.callboard.chat.Block.Facts;
import dev.callboard.chat.Block.Heading;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Times;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Comparison;
import dev.callboard.session.attendance.Comparison.Difference;
import dev.callboard.session.attendance.Comparison.Side;
import dev.callboard.session.attendance.Revision;
import dev.callboard.session.attendance.Spans;
import dev.callboard.session.attendance.Spans.Span;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the platforms' own accounts say otherwise, for the producer to decide. */
final class ReconcileCard {

  private static final int SHOWN = 15;

  /** So many times of one person are named. */
  private static final int TIMES = 2;

  private static final int LONGEST_NAME = 40;

  private ReconcileCard() {}

  static Content content(Session session, Comparison comparison) {
    String whose = whose(comparison.platforms());
    Content content =
        Content.of(
            new Heading("Attendance · compared with " + whose + " report"),
            new Text(summary(session, comparison, whose)));
    List<Difference> differences = comparison.differences();
    if (!differences.isEmpty()) {
      List<Fact> facts =
          differences.stream()
              .limit(SHOWN)
              .map(each -> fact(each, comparison, session.plan().zone()))
              .toList();
      content = content.and(new Facts(facts));
    }
    if (differences.size() > SHOWN) {
      content = content.and(new Small(Line.of("… and " + (differences.size() - SHOWN) + " more")));
    }
    return content.and(new Actions(buttons(session, comparison)));
  }

  /** Somebody gave no account, however often they were asked. */
  static Content missing(Session session, List<String> reasons) {
    boolean some = !session.register().records().isEmpty();
    Line line =
        Line.empty()
            .strong(some ? "Not every report came." : "No platform's own report came.")
            .plain(" " + String.join(" ", reasons) + " The roll stands as I saw it.");
    return Content.text(line).and(Buttons.main(session.id(), "Sign off", "signoff"));
  }

  private static Line summary(Session session, Comparison comparison, String whose) {
    Revision.State state = session.register().revision().state();
    int differences = comparison.differences().size();
    String people = comparison.people() == 1 ? "one person" : comparison.people() + " people";
    if (differences == 0) {
      return Line.of("For " + people + " both say the same, to the minute.");
    }
    String differ = differences == 1 ? "For one of " : "For " + differences + " of ";
    String line = differ + people + " it says something else than I saw.";
    if (state == Revision.State.LIVE || state == Revision.State.PROVISIONAL) {
      return Line.of(line + " Which shall count?");
    }
    boolean accounts = session.register().accepted();
    return Line.of(line + " " + (accounts ? whose + " report counts." : "What I saw counts."));
  }

  private static Fact fact(Difference difference, Comparison comparison, ZoneId zone) {
    String platforms = String.join(" and ", names(comparison.platforms()));
    Side told = difference.told();
    Side accounted = difference.accounted();
    Line line =
        Line.of(
            minutes(told.there()) + " seen · " + minutes(accounted.there()) + " by " + platforms);
    line = called(line, told, " · seen as ");
    line = called(line, accounted, " · by " + platforms + " as ");
    if (!told.there().isZero() && !accounted.there().isZero()) {
      line = alone(line, told.alone(), " · seen alone ", zone);
      line = alone(line, accounted.alone(), " · by " + platforms + " alone ", zone);
    }
    return new Fact(
        difference.name(), difference.decides() ? decides(line, told, accounted) : line);
  }

  /** Whoever only the other one recognised. */
  private static Line called(Line line, Side side, String words) {
    String name = side.as();
    if (name == null) {
      return line;
    }
    String shown = name.isBlank() ? "somebody without a name" : Brief.of(name, LONGEST_NAME);
    return line.plain(words + shown);
  }

  private static Line decides(Line line, Side told, Side accounted) {
    return line.plain(" · ").strong(word(told) + ", or " + word(accounted)).plain(" by the report");
  }

  private static String word(Side side) {
    return Objects.requireNonNull(side.status()).word();
  }

  /** When, if it is not all of the time. */
  private static Line alone(Line line, Spans spans, String words, ZoneId zone) {
    List<Span> all = spans.all();
    if (all.isEmpty()) {
      return line;
    }
    Line said = line.plain(words);
    for (int i = 0; i < Math.min(TIMES, all.size()); i++) {
      said = i == 0 ? said : said.plain(", ");
      said = said.clock(all.get(i).from(), zone).plain("–" + Times.clock(all.get(i).to(), zone));
    }
    return all.size() > TIMES ? said.plain(" …") : said;
  }

  private static String minutes(Duration length) {
    return length.isZero() ? "never" : Times.minutes(length);
  }

  private static List<Button> buttons(Session session, Comparison comparison) {
    List<Button> buttons = new ArrayList<>();
    Revision.State state = session.register().revision().state();
    boolean open = state == Revision.State.PROVISIONAL;
    if (open && !comparison.differences().isEmpty()) {
      String take = "Take " + whose(comparison.platforms());
      buttons.add(Buttons.main(session.id(), take, "reconcile accept"));
      buttons.add(Buttons.plain(session.id(), "Keep mine", "reconcile keep"));
    } else if (state != Revision.State.FINAL) {
      buttons.add(Buttons.main(session.id(), "Sign off", "signoff"));
    }
    buttons.add(Buttons.plain(session.id(), "Roll", "roll"));
    return buttons;
  }

  private static String whose(List<String> platforms) {
    return String.join(" and ", names(platforms).stream().map(ReconcileCard::genitive).toList());
  }

  private static String genitive(String name) {
    return name.endsWith("s") ? name + "'" : name + "'s";
  }

  private static List<String> names(List<String> platforms) {
    return platforms.stream()
        .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1))
        .toList();
  }
}
