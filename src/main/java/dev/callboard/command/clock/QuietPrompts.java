package dev.callboard.command.clock;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.session.Event.Hushed;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Optional;

/** Stops the timing prompts to a facilitator who wants none for a while. */
public final class QuietPrompts implements Command {

  private static final Spec SPEC =
      new Spec(
          "quiet-prompts",
          List.of(Param.choice("on|off", "on", "off").optional()),
          Spec.STAGE,
          "Stop or resume the facilitator's timing prompts",
          List.of("quiet-prompts", "quiet-prompts off"),
          30);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    String key = whose(call, session);
    String name = session.plan().person(key).map(Member::name).orElse(key);
    boolean was = session.prompts().quietSince().containsKey(key);
    boolean quiet = call.arguments().find("on|off").map("on"::equals).orElse(!was);
    Line line =
        Line.of(
            quiet ? name + " gets no timing prompts now." : name + " gets timing prompts again.");
    Content content =
        Content.text(line)
            .and(
                Buttons.plain(
                    session.id(),
                    quiet ? "Prompt again" : "Quiet",
                    "quiet-prompts " + (quiet ? "off" : "on")));
    return quiet == was
        ? Decision.tell(content)
        : Decision.of(new Hushed(key, quiet)).answering(content);
  }

  /** A facilitator's own; for a producer, those of the facilitator. */
  private static String whose(Call call, Session session) {
    Optional<Member> facilitator = session.plan().withRole(Role.FACILITATOR).findFirst();
    return call.caller().role() == Role.FACILITATOR
        ? call.caller().key()
        : facilitator.map(Member::key).orElse(call.caller().key());
  }
}
