package dev.callboard.command.roll;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.Fact;
import dev.callboard.chat.Block.Facts;
import dev.callboard.chat.Block.Heading;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Times;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Comparison;
import dev.callboard.session.attendance.Comparison.Difference;
import dev.callboard.session.attendance.Revision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the platforms' own accounts say otherwise, for the producer to decide. */
final class ReconcileCard {

  private static final int SHOWN = 15;

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
          differences.stream().limit(SHOWN).map(each -> fact(each, comparison)).toList();
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

  private static Fact fact(Difference difference, Comparison comparison) {
    return new Fact(
        difference.name(),
        Line.of(
            minutes(difference.told())
                + " seen · "
                + minutes(difference.accounted())
                + " by "
                + String.join(" and ", names(comparison.platforms()))));
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
