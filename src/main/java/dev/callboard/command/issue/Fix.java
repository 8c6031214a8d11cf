package dev.callboard.command.issue;

import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import java.util.List;

/** Says that a technical trouble is over, and what helped. */
public final class Fix implements Command {

  private static final String WANTED = "NUMBER|NAME WHAT HELPED";

  private static final Spec SPEC =
      new Spec(
          "fix",
          List.of(Param.text(WANTED, 500).optional()),
          Spec.STAGE,
          "Say that a technical trouble is over, and what helped",
          List.of("fix 2", "fix ben headset replugged"),
          12);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    String typed = call.arguments().find(WANTED).orElse("");
    Pick pick = Pick.of(call.inClass(), typed, "fix");
    return Turning.fix(call, pick.issue(), pick.rest());
  }
}
