package dev.callboard.command.roll;

import dev.callboard.chat.Block.Heading;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.plan.Member;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Roll.Learner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Those of the roster who have not been seen. */
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
    List<Learner> missing = roll.missing();
    Line line = Line.empty();
    for (Learner learner : missing.subList(0, Math.min(MOST, missing.size()))) {
      line = (line.spans().isEmpty() ? line : line.plain("\n")).strong(learner.member().name());
      line = line.plain(hint.apply(learner.member()));
    }
    if (missing.size() > MOST) {
      line = line.plain("\n… and " + (missing.size() - MOST) + " more");
    }
    List<Button> buttons = new ArrayList<>();
    if (!roll.unknown().isEmpty()) {
      buttons.add(Buttons.main(session.id(), "Who is new?", "match"));
    }
    buttons.add(Buttons.plain(session.id(), "Roll", "roll"));
    String heading = missing.isEmpty() ? "Everybody is here" : "Missing: " + missing.size();
    Content content = Content.of(new Heading(heading));
    return (line.spans().isEmpty() ? content : content.and(new Text(line)))
        .and(buttons.toArray(Button[]::new));
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
