package dev.callboard.command.roll;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.Fact;
import dev.callboard.chat.Block.Facts;
import dev.callboard.chat.Block.Heading;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Outgoing;
import dev.callboard.command.Backstage;
import dev.callboard.command.Buttons;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Mark;
import dev.callboard.session.attendance.Owner;
import dev.callboard.session.attendance.Revision;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Roll.Guest;
import dev.callboard.session.attendance.Roll.Learner;
import dev.callboard.session.attendance.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one card backstage that shows who is here; posted once, then edited in place. */
final class RollCard {

  private static final int NAMES = 12;

  private RollCard() {}

  /** Posts the card, or brings it up to date where it stands. */
  static List<Outgoing> show(Session session, Instant now) {
    return show(session, Roll.of(session.register(), session.plan(), now));
  }

  static List<Outgoing> show(Session session, Roll roll) {
    boolean posted = session.register().told().rolled();
    return Backstage.say(session, "roll", content(session, roll), posted);
  }

  static Content content(Session session, Roll roll) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            roll.revision().state() == Revision.State.LIVE ? "Here" : "Seen",
            Line.of(count(roll))));
    if (roll.revision().state() == Revision.State.LIVE) {
      names(facts, "Away", roll.away().stream().map(away -> name(away) + because(session, away)));
    }
    names(facts, "Missing", roll.missing().stream().map(RollCard::name));
    names(facts, "Late", ruled(roll, Status.LATE));
    names(facts, "Left early", ruled(roll, Status.LEFT_EARLY));
    names(facts, "Partial", ruled(roll, Status.PARTIAL));
    names(facts, "Absent", absent(session, roll));
    names(facts, "Excused", roll.withStatus(Status.EXCUSED).map(RollCard::name));
    names(facts, "By hand", byHand(roll));
    names(facts, "New", roll.unknown().stream().map(RollCard::unknown));
    names(facts, "Guests", guests(roll));
    Content content = Content.of(new Heading("Roll · " + session.plan().title()), new Facts(facts));
    return content.and(new Small(asOf(session, roll))).and(new Actions(buttons(session, roll)));
  }

  /** {@code 11 of 18}, with those whom nobody named. */
  static String count(Roll roll) {
    long there =
        roll.revision().state() == Revision.State.LIVE
            ? roll.here().count()
            : roll.learners().stream().filter(RollCard::seen).count();
    String more = roll.unnamed() == 0 ? "" : " and " + roll.unnamed() + " beside them";
    return there + " of " + roll.learners().size() + more;
  }

  /** By the meeting's word, or else by somebody's. */
  private static boolean seen(Learner learner) {
    Mark mark = learner.verdict().mark();
    return mark == null
        ? !learner.stretches().isEmpty()
        : mark.kind() != Mark.Kind.ABSENT && mark.kind() != Mark.Kind.EXCUSED;
  }

  /** Those of whom the rules made this; whoever never came is missing already. */
  private static Stream<String> ruled(Roll roll, Status status) {
    return decided(roll, status).map(RollCard::name);
  }

  private static Stream<Learner> decided(Roll roll, Status status) {
    return roll.withStatus(status)
        .filter(learner -> learner.verdict().mark() == null && !learner.stretches().isEmpty());
  }

  /** Whoever came only before the class asks why, so that is said. */
  private static Stream<String> absent(Session session, Roll roll) {
    return decided(roll, Status.ABSENT)
        .map(learner ->
            learner.verdict().before() == null
                ? name(learner)
                : name(learner) + because(session, learner));
  }

  private static String because(Session session, Learner away) {
    return " (" + MissingList.since(session, away) + ")";
  }

  /** Whatever was written by hand; the excused have a row of their own. */
  private static Stream<String> byHand(Roll roll) {
    return roll.learners().stream()
        .filter(learner -> learner.verdict().mark() != null)
        .filter(learner -> learner.verdict().status() != Status.EXCUSED)
        .map(learner -> name(learner) + " (" + learner.verdict().status().word() + ")");
  }

  private static Stream<String> guests(Roll roll) {
    return roll.guests().stream()
        .filter(guest -> guest.party().owner() instanceof Owner.Guest)
        .map(guest -> guest.party().name());
  }

  static String name(Learner learner) {
    return learner.member().name();
  }

  private static String unknown(Guest guest) {
    return "#" + guest.party().number() + " " + guest.party().name();
  }

  private static void names(List<Fact> facts, String label, Stream<String> names) {
    List<String> all = names.toList();
    if (all.isEmpty()) {
      return;
    }
    String more = all.size() > NAMES ? " and " + (all.size() - NAMES) + " more" : "";
    String shown = all.stream().limit(NAMES).collect(Collectors.joining(", "));
    facts.add(new Fact(label + " " + all.size(), Line.of(shown + more)));
  }

  static Line asOf(Session session, Roll roll) {
    Revision revision = roll.revision();
    String state =
        revision.state() == Revision.State.LIVE
            ? ""
            : revision.state().word()
                + (revision.number() == 1 ? "" : ", revision " + revision.number())
                + " · ";
    return Line.of(state + "as of ").clock(roll.now(), session.plan().zone());
  }

  private static List<Button> buttons(Session session, Roll roll) {
    List<Button> buttons = new ArrayList<>();
    if (!roll.unknown().isEmpty()) {
      buttons.add(Buttons.main(session.id(), "Who is new?", "match"));
    }
    if (!roll.missing().isEmpty()) {
      buttons.add(Buttons.plain(session.id(), "Missing", "missing"));
    }
    buttons.add(Buttons.plain(session.id(), "Refresh", "roll"));
    return buttons;
  }
}
