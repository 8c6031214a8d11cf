package dev.callboard.command.clock;

import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Spec;
import dev.callboard.plan.Segment;
import dev.callboard.session.Session;
import java.util.List;

/** Goes back to the segment before. */
public final class Back implements Command {

  private static final Spec SPEC =
      new Spec("back", List.of(), Spec.STAGE, "Go back to the segment before", List.of("back"), 11);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.liveClass();
    Segment preceding =
        session
            .preceding()
            .orElseThrow(() ->
                new CommandException(
                    "This is the first segment; there is nothing before it.",
                    Buttons.main(session.id(), "Next", "next")));
    return Moves.to(call, preceding);
  }
}
