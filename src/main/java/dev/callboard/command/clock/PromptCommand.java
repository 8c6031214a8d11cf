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
import dev.callboard.plan.Role;
import dev.callboard.session.Event.Asked;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the facilitator, or somebody else of the team, something alone: now or later. */
public final class PromptCommand implements Command {

  private static final Pattern TO = Pattern.compile("(?is)to\\s+(\\S+)\\s+(.*)");

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
    Matcher named = TO.matcher(typed);
    Optional<Member> person =
        named.matches() ? People.named(session, named.group(1), Spec.TEAM) : Optional.empty();
    String rest = person.isPresent() ? named.group(2) : typed;
    Member to = person.orElseGet(() -> facilitator(session));
    PromptWhen when = PromptWhen.of(rest, call.now(), session.plan().zone());
    String text = unquoted(when.text());
    if (text.isEmpty()) {
      throw CommandException.usage("What shall I tell " + to.name() + "?");
    }
    int number = session.prompts().asked().size() + 1;
    Asked asked = new Asked(number, to.key(), text, when.at());
    Line line = Line.of(to.name() + " alone is told ");
    line =
        when.at().equals(call.now())
            ? line.plain("now.")
            : line.plain("at ").clock(when.at(), session.plan().zone()).plain(".");
    return Decision.of(asked).answering(Content.text(line));
  }

  private static Member facilitator(Session session) {
    return session
        .segment()
        .flatMap(segment -> session.plan().person(String.valueOf(segment.lead())))
        .or(() -> session.plan().withRole(Role.FACILITATOR).findFirst())
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
