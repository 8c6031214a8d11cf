package dev.callboard.command.roll;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Outgoing;
import dev.callboard.command.After;
import dev.callboard.command.Backstage;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.session.Event;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Comparison;
import dev.callboard.session.attendance.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what the platform's own report says otherwise, and settles which counts. */
public final class Reconcile implements Command {

  private static final Spec SPEC =
      new Spec(
          "reconcile",
          List.of(Param.choice("accept|keep", "accept", "keep").optional()),
          Spec.PRODUCER,
          "Compare attendance with the platform's own report",
          List.of("reconcile", "reconcile accept", "reconcile keep"),
          28);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.inClass();
    Optional<String> choice = call.arguments().find("accept|keep");
    boolean waits = choice.isEmpty() && Accounting.next(session).isPresent();
    if (waits || session.register().records().isEmpty()) {
      return Decision.tell(nothing(session));
    }
    Comparison comparison = Comparison.of(session.register(), session.plan(), call.now());
    if (choice.isEmpty()) {
      return Decision.tell(ReconcileCard.content(session, comparison));
    }
    if (!session.run().ended()) {
      throw new CommandException("The class still runs. Attendance is settled after its end.");
    }
    return settle(call, comparison, choice.get().equals("accept"));
  }

  private static Decision settle(Call call, Comparison comparison, boolean accounts) {
    Event settled = new Event.Reconciled(accounts);
    Session after = After.of(call, settled);
    List<Outgoing> out = new ArrayList<>();
    out.addAll(
        Backstage.say(after, Accounting.KEY, ReconcileCard.content(after, comparison), true));
    if (after.register().told().rolled()) {
      out.addAll(RollCard.show(after, call.now()));
    }
    String said =
        accounts
            ? "The platform's report counts from now on; marks by hand stay."
            : "What I saw counts; the platform's report is kept beside it.";
    return Decision.of(settled)
        .saying(out)
        .answering(Content.text(said).and(Buttons.main(after.id(), "Sign off", "signoff")));
  }

  /** The comparison as it stands, where it was posted: a final one has nothing to decide. */
  static List<Outgoing> shown(Session session, Instant now) {
    if (session.register().records().isEmpty()) {
      return List.of();
    }
    Comparison comparison = Comparison.of(session.register(), session.plan(), now);
    return comparison.people() == 0
        ? List.of()
        : Backstage.say(session, Accounting.KEY, ReconcileCard.content(session, comparison), true);
  }

  private static Content nothing(Session session) {
    if (session.register().revision().state() == Revision.State.LIVE) {
      return Content.text(
          "The class still runs. After its end I ask the platform for its own report.");
    }
    Optional<Instant> next = Accounting.next(session);
    if (next.isEmpty() && session.register().course().erased() > 0) {
      return Content.text(
          "People of this class were forgotten, and a platform's report would bring them back. So"
              + " none is asked for any more. The roll stands as I saw it.");
    }
    return Content.text(
        next.isEmpty()
            ? Line.of("No platform's own report is to come. The roll stands as I saw it.")
            : Line.of("I wait for the platform's own report, and ask again at ")
                .clock(next.get(), session.plan().zone())
                .plain("."));
  }
}
