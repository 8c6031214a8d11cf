package dev.callboard.command.clock;

import dev.callboard.chat.Line;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.command.Times;
import dev.callboard.session.Event.Snoozed;
import dev.callboard.session.Said;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Prompts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Has a private prompt said once more, a little later. */
public final class Snooze implements Command {

  private static final int MINUTES = 2;

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
      return Decision.of().replacing(OwnPrompt.answered(call, said, at(call, wanted)));
    }
    if (wanted != null) {
      String time = Times.clock(wanted, call.plan().zone());
      throw new CommandException("That was said again at " + time + ". Answer that one.");
    }
    int minutes = call.arguments().find(LENGTH.name()).map(Integer::parseInt).orElse(MINUTES);
    Instant again = call.now().plus(Duration.ofMinutes(minutes));
    if (Prompts.again(session, said, again, call.now()).isEmpty()) {
      throw new CommandException(
          minutes(session, said, call.now())
              .map(fewer -> "By then its time is up. Try `snooze " + fewer + "`.")
              .orElse("By then there is nothing left to say of it."));
    }
    return Decision.of(new Snoozed(said.number(), again))
        .replacing(OwnPrompt.answered(call, said, at(call, again)));
  }

  /** How long a prompt can be put off with one press; empty when its moment is too near. */
  static Optional<Integer> minutes(Session session, Said said, Instant now) {
    return IntStream.iterate(MINUTES, minutes -> minutes > 0, minutes -> minutes - 1)
        .boxed()
        .filter(minutes ->
            Prompts.again(session, said, now.plus(Duration.ofMinutes(minutes)), now).isPresent())
        .findFirst();
  }

  private static Line at(Call call, Instant again) {
    return Line.of("Again at ").clock(again, call.plan().zone());
  }
}
