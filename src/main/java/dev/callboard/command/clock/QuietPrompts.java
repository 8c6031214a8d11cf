package dev.callboard.command.clock;

import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.After;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Hushed;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Prompts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stops the timing prompts to somebody who wants none for a while. What people ask for with {@code
 * prompt} still comes.
 */
public final class QuietPrompts implements Command {

  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)(?:(?<first>on|off)\\b)?\\s*(?:for\\s+)?(?<name>.*?)(?:\\s+(?<last>on|off))?");

  private static final Param WANTED = Param.text("[on|off] [NAME]", 200).optional();

  private static final Spec SPEC =
      new Spec(
          "quiet-prompts",
          List.of(WANTED),
          Spec.STAGE,
          "Stop or resume somebody's timing prompts",
          List.of("quiet-prompts", "quiet-prompts off", "quiet-prompts on ravi"),
          30);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    Matcher typed = WORDS.matcher(call.arguments().find(WANTED.name()).orElse("").strip());
    typed.matches(); // it takes anything
    Optional<String> wanted =
        Optional.ofNullable(typed.group("first"))
            .or(() -> Optional.ofNullable(typed.group("last")));
    Member whose = whose(call, session, typed.group("name"), wanted.orElse("on"));
    boolean was = session.prompts().quietSince().containsKey(whose.key());
    boolean quiet = wanted.map("on"::equalsIgnoreCase).orElse(!was);
    Content content = answer(session, whose, quiet);
    return quiet == was
        ? Decision.tell(content)
        : hushed(call, new Hushed(whose.key(), quiet)).answering(content);
  }

  private static Decision hushed(Call call, Hushed hushed) {
    List<Event> events = new ArrayList<>(List.of(hushed));
    Prompts.missed(call.inClass(), After.of(call, hushed), call.now()).ifPresent(events::add);
    return Decision.of(events.toArray(Event[]::new));
  }

  private static Content answer(Session session, Member whose, boolean quiet) {
    String what = quiet ? " gets no timing prompts now." : " gets timing prompts again.";
    Button back =
        Buttons.plain(
            session.id(),
            quiet ? "Prompt again" : "Quiet",
            "quiet-prompts " + (quiet ? "off " : "on ") + whose.key());
    return Content.text(Line.of(whose.name() + what)).and(back);
  }

  /** Whom they name; else a facilitator's own, and for a producer those of the facilitator. */
  private static Member whose(Call call, Session session, String name, String wanted) {
    boolean facilitator = call.caller().role() == Role.FACILITATOR;
    Member own = session.plan().person(call.caller().key()).orElseThrow();
    if (name.isBlank()) {
      return facilitator ? own : session.plan().withRole(Role.FACILITATOR).findFirst().orElse(own);
    }
    Member named =
        People.named(session, name, Spec.STAGE).orElseThrow(() -> who(session, name, wanted));
    if (facilitator && !named.equals(own)) {
      throw new CommandException(
          "Those are " + named.name() + "'s prompts. `quiet-prompts` alone stops yours.");
    }
    return named;
  }

  private static CommandException who(Session session, String name, String wanted) {
    Button[] buttons =
        session.plan().people().stream()
            .filter(member -> Spec.STAGE.contains(member.role()))
            .limit(5)
            .map(member ->
                Buttons.plain(
                    session.id(), member.name(), "quiet-prompts " + wanted + " " + member.key()))
            .toArray(Button[]::new);
    return new CommandException(
        "Nobody who gets prompts is called “" + name + "”. Whose shall it be?", buttons);
  }
}
