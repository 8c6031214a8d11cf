package dev.callboard.command.clock;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Member;
import dev.callboard.session.Event.Asked;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Leads;
import java.time.ZoneId;
import java.util.List;

/** Tells the facilitator, or somebody else of the team, something alone: now or later. */
public final class PromptCommand implements Command {

  private static final Spec SPEC =
      new Spec(
          "prompt",
          List.of(Param.text("[to NAME] [in MINUTES|at TIME] text", 500)),
          Spec.STAGE,
          "Tell the facilitator something privately, now or later",
          List.of("prompt Mute is on", "prompt in 10 Ask for questions", "prompt at 14:45 Poll"),
          11);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    String typed = call.arguments().text("[to NAME] [in MINUTES|at TIME] text").strip();
    PromptLine wanted = PromptLine.of(call, typed);
    Member to = wanted.to().orElseGet(() -> usual(call, session));
    String text = unquoted(wanted.text());
    if (text.isEmpty()) {
      throw CommandException.usage("What shall I tell " + to.name() + "?");
    }
    int number = session.prompts().asked().size() + 1;
    String caller = call.caller().key();
    boolean now = wanted.at().equals(call.now());
    boolean named = wanted.to().isPresent() || to.key().equals(caller);
    Asked asked = new Asked(number, to.key(), text, wanted.at(), now || named ? null : caller);
    return Decision.of(asked).answering(Content.text(answer(call, to, asked)));
  }

  private static Line answer(Call call, Member to, Asked asked) {
    ZoneId zone = call.plan().zone();
    if (asked.by() != null) {
      return Line.of("Whoever leads at ")
          .clock(asked.at(), zone)
          .plain(" is told alone; as things stand, " + to.name() + ".");
    }
    Line line = Line.of(to.name() + " alone is told ");
    return asked.at().equals(call.now())
        ? line.plain("now.")
        : line.plain("at ").clock(asked.at(), zone).plain(".");
  }

  /**
   * Who leads. Who leads and asks for something later reminds themselves, whoever leads by then.
   */
  private static Member usual(Call call, Session session) {
    return Leads.meantBy(session, call.caller().key())
        .orElseThrow(() ->
            new CommandException(
                "The plan names no facilitator. `prompt to NAME TEXT` tells somebody else."));
  }

  private static String unquoted(String text) {
    String plain = text.strip();
    boolean quoted =
        plain.length() > 1
            && "\"“'".indexOf(plain.charAt(0)) >= 0
            && "\"”'".indexOf(plain.charAt(plain.length() - 1)) >= 0;
    return quoted ? plain.substring(1, plain.length() - 1).strip() : plain;
  }
}
