package dev.callboard.session.timing;

import dev.callboard.session.Event.Disarmed;
import dev.callboard.session.Event.Reached;
import dev.callboard.session.PromptBook;
import dev.callboard.session.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Marks that were to be said again, until somebody took back what brought them ahead. Pure. */
public final class Disarming {

  private Disarming() {}

  /**
   * Which marks were brought ahead once more but would not have been, had no more been given back
   * then than is left of it now. To be written down with the change.
   */
  public static Optional<Disarmed> of(Session session, Instant asked) {
    PromptBook prompts = session.prompts();
    if (prompts.rearmed().isEmpty()) {
      return Optional.empty();
    }
    List<Reached> marks =
        Marks.of(session, session.run().notBeforeFacts(asked)).stream()
            .flatMap(mark ->
                prompts
                    .wronglyRearmed(mark.key(), mark.due(), Prompts.GIVEN_BACK)
                    .map(due -> new Reached(mark.key(), due))
                    .stream())
            .toList();
    return marks.isEmpty() ? Optional.empty() : Optional.of(new Disarmed(marks));
  }
}
