package dev.callboard.command.clock;

import dev.callboard.chat.Line;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Spec;
import dev.callboard.session.Event.Seen;
import dev.callboard.session.Said;
import java.time.Instant;
import java.util.List;

/** Tells that a private prompt was read. */
public final class SeenCommand implements Command {

  private static final Spec SPEC =
      new Spec(
          "seen",
          List.of(OwnPrompt.NUMBER.optional()),
          Spec.TEAM,
          "Say that you have read your prompt",
          List.of("seen"),
          31);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Said said = OwnPrompt.of(call);
    Instant before = said.seen();
    Instant seen = before == null ? call.now() : before;
    Decision decision = before == null ? Decision.of(new Seen(said.number())) : Decision.of();
    return decision.replacing(
        OwnPrompt.answered(call, said, Line.of("✓ Seen ").clock(seen, call.plan().zone())));
  }
}
