package dev.callboard.command.clock;

import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Spec;
import java.util.List;

/** Shows where the class stands. */
public final class Status implements Command {

  private static final Spec SPEC =
      new Spec("status", List.of(), Spec.TEAM, "See where the class stands", List.of("status"), 4);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    return Decision.tell(Card.content(call.inClass(), call.now()));
  }
}
