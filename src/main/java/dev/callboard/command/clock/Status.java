package dev.callboard.command.clock;

import dev.callboard.chat.PlaceKind;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Spec;
import dev.callboard.session.Session;
import java.util.List;

/** Shows where the class stands. Asked backstage, the card there is brought up to date as well. */
public final class Status implements Command {

  private static final Spec SPEC =
      new Spec("status", List.of(), Spec.TEAM, "See where the class stands", List.of("status"), 4);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.inClass();
    Decision card = Decision.of().replacing(Card.content(session, call.now()));
    return session.run().live() && call.caller().kind() == PlaceKind.BACKSTAGE
        ? card.saying(Card.refresh(session, call.now()))
        : card;
  }
}
