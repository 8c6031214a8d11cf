package dev.callboard.command.say;

import dev.callboard.chat.Line;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.session.Event.PostKind;
import java.util.List;

/** Posts any text to the class. */
public final class Say implements Command {

  private static final Spec SPEC =
      new Spec(
          "say",
          List.of(Param.text("text", 2_000)),
          Spec.PRODUCER,
          "Post a text to the class",
          List.of("say Please mute yourselves"),
          9);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    return Posting.decide(
        call, PostKind.SAY, call.arguments().text("text"), Line.of("Said in the class room."));
  }
}
