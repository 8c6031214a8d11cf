package dev.callboard.command.roll;

import dev.callboard.chat.PlaceKind;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Spec;
import dev.callboard.session.Event.Rolled;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Roll;
import java.util.List;

/** Shows who is here. Asked backstage, the one card there is posted or brought up to date. */
public final class RollCommand implements Command {

  private static final Spec SPEC =
      new Spec(
          "roll", List.of(), Spec.TEAM, "See who is here and who is missing", List.of("roll"), 11);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.inClass();
    Roll roll = Roll.of(session.register(), session.plan(), call.now());
    Decision answer = Decision.of().replacing(RollCard.content(session, roll));
    if (call.caller().kind() != PlaceKind.BACKSTAGE) {
      return answer;
    }
    if (session.register().told().rolled()) {
      return answer.saying(RollCard.show(session, roll));
    }
    return Decision.of(new Rolled())
        .saying(RollCard.show(session, roll))
        .answering(RollCard.content(session, roll));
  }
}
