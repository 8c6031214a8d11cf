package dev.callboard.command.roll;

import dev.callboard.chat.Person;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Spec;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Roll;
import java.util.List;

/** Names those of the roster who are not here, and how to reach them. */
public final class MissingCommand implements Command {

  private static final Spec SPEC =
      new Spec("missing", List.of(), Spec.TEAM, "See who has not come yet", List.of("missing"), 12);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.inClass();
    Roll roll = Roll.of(session.register(), session.plan(), call.now());
    boolean program = call.caller().person().platform().equals(Person.PROGRAMS);
    return Decision.tell(
        program ? MissingList.withoutNeeds(session, roll) : MissingList.content(session, roll));
  }
}
