package dev.callboard.command.roll;

import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Member;
import dev.callboard.session.Event.Marked;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Mark.Kind;
import java.util.List;

/** Excuses a learner, with the reason. */
public final class Excuse implements Command {

  private static final String WANTED = "NAME REASON";

  private static final Spec SPEC =
      new Spec(
          "excuse",
          List.of(Param.text(WANTED, 500)),
          Spec.PRODUCER,
          "Excuse a learner",
          List.of("excuse amara at the dentist"),
          26);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.inClass();
    NameFirst typed = NameFirst.of(call.arguments().text(WANTED), Learners.roster(session));
    Member member =
        Learners.named(session, typed.name(), key -> "excuse " + key + " " + typed.rest());
    if (typed.rest().isEmpty()) {
      throw CommandException.usage("Why? The reason stands in the report.");
    }
    return Registered.decide(
        call,
        after -> MarkCommand.answer(after, member, call),
        new Marked(member.key(), Kind.EXCUSED, typed.rest()));
  }
}
