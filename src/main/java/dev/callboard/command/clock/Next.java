package dev.callboard.command.clock;

import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Spec;
import dev.callboard.plan.Member;
import dev.callboard.plan.Segment;
import dev.callboard.session.Run.Visit;
import dev.callboard.session.Session;
import java.time.Duration;
import java.util.List;

/** Goes on to the next segment. */
public final class Next implements Command {

  private static final Duration ECHO = Duration.ofSeconds(2);

  private static final Spec SPEC =
      new Spec("next", List.of(), Spec.STAGE, "Go on to the next segment", List.of("next"), 3);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.liveClass();
    refuseEcho(call);
    Segment following =
        session
            .following()
            .orElseThrow(() ->
                new CommandException(
                    "That was the last segment.",
                    Buttons.main(session.id(), "End class", "end"),
                    Buttons.plain(session.id(), "Back", "back")));
    return Moves.to(call, following);
  }

  /** Two people who press at once mean one step. */
  private static void refuseEcho(Call call) {
    Session session = call.liveClass();
    Visit visit = session.run().visit();
    if (visit == null
        || visit.by().equals(call.caller().key())
        || visit.from().equals(session.run().startedAt())
        || Duration.between(visit.from(), call.now()).compareTo(ECHO) >= 0) {
      return;
    }
    String who = session.plan().person(visit.by()).map(Member::name).orElse("Somebody");
    String title = session.segment().map(Segment::title).orElse(visit.segment());
    throw new CommandException(
        who + " went on to “" + title + "” just now, so I did not go further.",
        Buttons.plain(session.id(), "Next", "next"),
        Buttons.plain(session.id(), "Status", "status"));
  }
}
