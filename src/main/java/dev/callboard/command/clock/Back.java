package dev.callboard.command.clock;

import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Segment;
import dev.callboard.session.Item;
import dev.callboard.session.Order;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Optional;

/** Goes back: to the segment before, or to any that was passed. */
public final class Back implements Command {

  private static final Spec SPEC =
      new Spec(
          "back",
          List.of(Param.text("segment", 200).optional()),
          Spec.STAGE,
          "Go back to the segment before",
          List.of("back", "back poll-1"),
          11);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.liveClass();
    Optional<String> typed = call.arguments().find("segment");
    if (typed.isPresent()) {
      return Moves.to(call, passed(session, typed.get()));
    }
    Echo.refuse(call, "back");
    Segment preceding =
        session
            .preceding()
            .orElseThrow(() ->
                new CommandException(
                    "This is the first segment; there is nothing before it.",
                    Onward.main(session)));
    return Moves.to(call, preceding);
  }

  private static Segment passed(Session session, String typed) {
    Item item = Segments.named(session, typed, key -> "back " + key);
    String title = item.segment().title();
    Order order = session.run().order();
    Item current = session.run().current().orElseThrow();
    if (item.key().equals(current.key())) {
      throw new CommandException("You are in “" + title + "” already.");
    }
    if (order.position(item.key()) > order.position(current.key()) && !item.actual().visited()) {
      throw new CommandException("“" + title + "” is still to come.", Onward.main(session));
    }
    return item.segment();
  }
}
