package dev.callboard.command.clock;

import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.session.Event.Profiled;
import dev.callboard.session.Profile;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Optional;

/** How a facilitator wants to be prompted, kept for all their classes. */
public final class ProfileCommand implements Command {

  private static final Spec SPEC =
      new Spec(
          "profile",
          List.of(
              Param.text("[NAME] [prompts MINUTES|style STYLE|quiet KINDS|usual]", 200).optional()),
          Spec.STAGE,
          "See or change how the facilitator is prompted",
          List.of(
              "profile", "profile prompts 10 5 2", "profile style brief", "profile quiet breakout"),
          34);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    String typed =
        call.arguments()
            .find("[NAME] [prompts MINUTES|style STYLE|quiet KINDS|usual]")
            .orElse("")
            .strip();
    String[] words = typed.split("\\s+", 2);
    boolean named = !typed.isEmpty() && !ProfileWish.begins(words[0]);
    Member person = named ? named(call, words[0]) : usual(call);
    String rest = named ? (words.length > 1 ? words[1] : "") : typed;
    Profile before = session.prompts().profile(person.key());
    if (rest.isEmpty()) {
      return Decision.tell(content(session, person, before));
    }
    Profile wanted = ProfileWish.of(rest, before);
    if (wanted.equals(before)) {
      return Decision.tell(content(session, person, before));
    }
    Profiled profiled = new Profiled(person.key(), Profile.identity(person).orElse(null), wanted);
    return Decision.of(profiled).answering(content(session, person, wanted));
  }

  private static Member named(Call call, String typed) {
    Member person =
        People.named(call.inClass(), typed, Spec.STAGE)
            .orElseThrow(() ->
                CommandException.usage("No facilitator or producer is called “" + typed + "”."));
    boolean own = person.key().equals(call.caller().key());
    if (!own && call.caller().role() != Role.PRODUCER) {
      throw new CommandException("That is for " + person.name() + " or a producer to say.");
    }
    return person;
  }

  /** A facilitator's own; for a producer, that of the facilitator. */
  private static Member usual(Call call) {
    Session session = call.inClass();
    Optional<Member> caller = session.plan().person(call.caller().key());
    return call.caller().role() == Role.FACILITATOR && caller.isPresent()
        ? caller.get()
        : session
            .plan()
            .withRole(Role.FACILITATOR)
            .findFirst()
            .or(() -> caller)
            .orElseThrow(() -> new CommandException("The plan names no facilitator."));
  }

  private static Content content(Session session, Member person, Profile profile) {
    Line line =
        Line.empty()
            .strong(person.name())
            .plain(" is told ")
            .plain(ProfileWish.minutes(profile, session.plan()))
            .plain(" before the end of a segment")
            .plain(profile.style() == Profile.Style.BRIEF ? ", in few words" : "")
            .plain(
                profile.quietIn().isEmpty()
                    ? "."
                    : ", and left alone in: " + String.join(", ", profile.quietIn()) + ".");
    String kept =
        Profile.identity(person).isPresent()
            ? "Kept for all classes. A segment's own times in the plan come first."
            : "For this class alone: the plan gives " + person.name() + " no address or account.";
    return Content.of(new Text(line), new Small(Line.of(kept)))
        .and(buttons(session, person, profile));
  }

  private static Button[] buttons(Session session, Member person, Profile profile) {
    String line = "profile " + person.key() + " ";
    boolean brief = profile.style() == Profile.Style.BRIEF;
    boolean quiet = profile.quietIn().contains("breakout");
    return new Button[] {
      Buttons.plain(
          session.id(),
          brief ? "Say more" : "Few words",
          line + "style " + (brief ? "full" : "brief")),
      Buttons.plain(session.id(), "10, 5, 2 min", line + "prompts 10 5 2"),
      Buttons.plain(
          session.id(),
          quiet ? "Prompt in breakouts" : "Quiet in breakouts",
          line + "quiet " + (quiet ? "off" : "breakout")),
      Buttons.plain(session.id(), "As usual", line + "usual")
    };
  }
}
