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

  private static final Spec SPEC =
      new Spec(
          "excuse",
          List.of(Param.name("name"), Param.text("reason", 300).optional()),
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
    String reason = call.arguments().find("reason").orElse("");
    Member member =
        Learners.named(
            session, call.arguments().text("name"), key -> "excuse " + key + " " + reason);
    if (reason.isBlank()) {
      throw CommandException.usage("Why? The reason stands in the report.");
    }
    return Registered.decide(
        call,
        after -> MarkCommand.answer(after, member, call),
        new Marked(member.key(), Kind.EXCUSED, reason));
  }
}
