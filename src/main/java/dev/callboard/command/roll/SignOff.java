package dev.callboard.command.roll;

import dev.callboard.chat.Content;
import dev.callboard.command.After;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Spec;
import dev.callboard.session.Event;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Revision;
import java.util.List;

/** Makes attendance final; what comes later opens another revision of it. */
public final class SignOff implements Command {

  private static final Spec SPEC =
      new Spec(
          "signoff",
          List.of(),
          Spec.PRODUCER,
          "Sign attendance off as final",
          List.of("signoff"),
          29);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.inClass();
    if (!session.run().ended()) {
      throw new CommandException("The class still runs. Attendance is signed off after its end.");
    }
    Revision revision = session.register().revision();
    if (revision.state() == Revision.State.FINAL) {
      throw new CommandException("Attendance is final already.");
    }
    String which = revision.number() == 1 ? "" : " as revision " + revision.number();
    Decision decided =
        Registered.decide(
            call,
            _ ->
                Content.text(
                    "Attendance is final"
                        + which
                        + ". Whatever is told or marked later opens another revision."),
            new Event.Finalised());
    return decided.saying(Reconcile.shown(After.of(call, new Event.Finalised()), call.now()));
  }
}
