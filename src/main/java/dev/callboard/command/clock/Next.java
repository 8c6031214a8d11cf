package dev.callboard.command.clock;

import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Segment;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Optional;

/** Goes on to the next segment. */
public final class Next implements Command {

  private static final String FROM = "from ";

  private static final Spec SPEC =
      new Spec(
          "next",
          List.of(Param.text("from SEGMENT", 60).ofButtons()),
          Spec.STAGE,
          "Go on to the next segment",
          List.of("next"),
          3);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.liveClass();
    Optional<String> from = call.arguments().find("from SEGMENT");
    if (from.isPresent()) {
      stillIn(call, from.get()); // and whoever names it means it, whoever went on just before
    } else {
      Echo.refuse(call, "next");
    }
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

  /** A button pressed twice, or on a message the class has left behind, goes no further. */
  private static void stillIn(Call call, String typed) {
    Session session = call.liveClass();
    if (!typed.startsWith(FROM)) {
      throw CommandException.usage("I did not understand “" + typed + "” at the end.");
    }
    String from = typed.substring(FROM.length()).strip();
    Segment current = session.segment().orElseThrow();
    if (!current.key().equals(from)) {
      throw new CommandException(
          "You are in “" + current.title() + "” already, so I did not go further.",
          Onward.plain(session),
          Buttons.plain(session.id(), "Status", "status"));
    }
  }
}
