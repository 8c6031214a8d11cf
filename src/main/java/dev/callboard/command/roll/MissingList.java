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

/** Those of the roster who have not been seen. */
final class MissingList {

  private static final int MOST = 40;

  private MissingList() {}

  static Content content(Session session, Roll roll) {
    List<Learner> missing = roll.missing();
    Line line = Line.empty();
    for (Learner learner : missing.subList(0, Math.min(MOST, missing.size()))) {
      line = (line.spans().isEmpty() ? line : line.plain("\n")).strong(learner.member().name());
      line = line.plain(hint(learner.member()));
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

  /** How to reach somebody, and what to know of them. */
  private static String hint(Member member) {
    String mail = member.email() == null ? "" : " · " + member.email();
    return member.accommodations().isEmpty()
        ? mail
        : mail + " · " + String.join(", ", member.accommodations());
  }
}
