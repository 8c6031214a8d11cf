package dev.callboard.command.roll;

import dev.callboard.chat.Block.Heading;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Times;
import dev.callboard.plan.Member;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Reasons;
import dev.callboard.session.attendance.Revision;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Roll.Learner;
import dev.callboard.session.attendance.Verdict;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Those of the roster who are not here: who has not come, and who came and is gone. */
final class MissingList {

  private static final int MOST = 40;

  private MissingList() {}

  /** As the team sees it. */
  static Content content(Session session, Roll roll) {
    return content(session, roll, member -> mail(member) + needs(member));
  }

  /** As a client's program sees it: what people need is nobody's business outside. */
  static Content withoutNeeds(Session session, Roll roll) {
    return content(session, roll, MissingList::mail);
  }

  private static Content content(Session session, Roll roll, Function<Member, String> hint) {
    List<Learner> away = away(roll);
    List<Learner> all = new ArrayList<>(roll.missing());
    all.addAll(away);
    Line line = Line.empty();
    for (Learner learner : all.subList(0, Math.min(MOST, all.size()))) {
      line = (line.spans().isEmpty() ? line : line.plain("\n")).strong(learner.member().name());
      line = line.plain(came(learner) ? " · " + since(session, learner) : named(learner));
      line = line.plain(hint.apply(learner.member()));
    }
    if (all.size() > MOST) {
      line = line.plain("\n… and " + (all.size() - MOST) + " more");
    }
    List<Button> buttons = new ArrayList<>();
    if (!roll.unknown().isEmpty()) {
      buttons.add(Buttons.main(session.id(), "Who is new?", "match"));
    }
    buttons.add(Buttons.plain(session.id(), "Roll", "roll"));
    Content content = Content.of(new Heading(heading(roll, away)));
    return (all.isEmpty() ? content : content.and(new Text(line)))
        .and(new Small(RollCard.asOf(session, roll)))
        .and(buttons.toArray(Button[]::new));
  }

  /** After class all are, which is no news. */
  private static List<Learner> away(Roll roll) {
    return live(roll) ? roll.away() : List.of();
  }

  private static boolean live(Roll roll) {
    return roll.revision().state() == Revision.State.LIVE;
  }

  private static String heading(Roll roll, List<Learner> away) {
    int missing = roll.missing().size();
    if (missing > 0) {
      return "Missing: " + missing + (away.isEmpty() ? "" : ", away: " + away.size());
    }
    if (!away.isEmpty()) {
      return "Away: " + away.size();
    }
    if (!live(roll)) {
      return "Everybody on the roster was seen";
    }
    return roll.learners().stream().allMatch(Learner::here)
        ? "Everybody is here"
        : "Nobody is missing";
  }

  private static boolean came(Learner learner) {
    return !learner.stretches().isEmpty();
  }

  /** Somebody of whom a record without times is all that was heard. */
  private static String named(Learner learner) {
    return learner.party() == null ? "" : " · named in the meeting's own record, without times";
  }

  /** Since when somebody is away, or that they were there only before the class. */
  static String since(Session session, Learner away) {
    ZoneId zone = session.plan().zone();
    Verdict verdict = away.verdict();
    return verdict.before() != null && session.run().startedAt() != null
        ? Reasons.unseen(verdict, zone)
        : "since " + away.spans().last().map(last -> Times.clock(last, zone)).orElse("");
  }

  private static String mail(Member member) {
    return member.email() == null ? "" : " · " + member.email();
  }

  private static String needs(Member member) {
    return member.accommodations().isEmpty()
        ? ""
        : " · " + String.join(", ", member.accommodations());
  }
}
