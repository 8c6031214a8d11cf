package dev.callboard.command.clock;

import dev.callboard.chat.Line;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.session.Event.Snoozed;
import dev.callboard.session.Said;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Mark;
import dev.callboard.session.timing.Mark.Kind;
import dev.callboard.session.timing.Prompts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Has a private prompt said once more, a little later. */
public final class Snooze implements Command {

  static final int MINUTES = 2;

  private static final Param LENGTH = Param.number("minutes", 1, 30);

  private static final Spec SPEC =
      new Spec(
          "snooze",
          List.of(LENGTH.optional(), OwnPrompt.NUMBER.optional()),
          Spec.TEAM,
          "Have your prompt said once more",
          List.of("snooze", "snooze 3"),
          32);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    Said said = OwnPrompt.of(call);
    Instant wanted = said.again();
    if (wanted != null && wanted.isAfter(call.now())) {
      return Decision.of().replacing(OwnPrompt.answered(said, at(call, wanted)));
    }
    int minutes = call.arguments().find(LENGTH.name()).map(Integer::parseInt).orElse(MINUTES);
    Instant again = call.now().plus(Duration.ofMinutes(minutes));
    Optional<Mark> mark = Prompts.again(session, said, again, call.now());
    if (mark.isEmpty()) {
      throw new CommandException("By then there is nothing left to say of it.");
    }
    if (mark.get().kind() == Kind.TIME || mark.get().kind() == Kind.OVER) {
      throw new CommandException("By then its time is up, which you are told anyway.");
    }
    return Decision.of(new Snoozed(said.number(), again))
        .replacing(OwnPrompt.answered(said, at(call, again)));
  }

  private static Line at(Call call, Instant again) {
    return Line.of("Again at ").clock(again, call.plan().zone());
  }
}
