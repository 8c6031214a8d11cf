package dev.callboard.command;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Role;
import dev.callboard.session.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the command a line means, sees whether the caller may, and has it decide. */
public final class Engine {

  private final Registry registry;
  private final House house;

  public Engine(Registry registry, House house) {
    this.registry = registry;
    this.house = house;
  }

  /** Decides; what the caller can mend becomes an answer, not an exception. */
  public Decision decide(Wording wording, Caller caller, @Nullable Session session, Instant now) {
    String word = wording.word().isEmpty() ? "help" : wording.word();
    Optional<Command> found = registry.find(word);
    if (found.isEmpty()) {
      return Decision.tell(unknown(wording, caller, session));
    }
    Command command = found.get();
    Optional<String> refusal = refusal(command.spec(), caller, session);
    if (refusal.isPresent()) {
      return Decision.tell(refusal.get());
    }
    try {
      Arguments arguments = ArgumentParser.parse(command.spec(), wording.rest());
      return command.run(new Call(caller, session, arguments, now, house));
    } catch (CommandException exception) {
      return Decision.tell(explained(command.spec(), exception));
    }
  }

  private Content unknown(Wording wording, Caller caller, @Nullable Session session) {
    String typed = ArgumentParser.shortened(wording.word());
    List<String> allowed =
        registry.menu().stream()
            .filter(spec -> Registry.may(spec, caller.role(), session))
            .map(Spec::word)
            .toList();
    List<String> similar = Names.similar(wording.word(), allowed);
    if (similar.isEmpty()) {
      return Content.text(
          Line.of("No command “" + typed + "”. Type ")
              .code("help")
              .plain(" to see what there is."));
    }
    String meant = (similar.getFirst() + " " + wording.rest()).strip();
    String prefix = session == null ? "" : "@" + session.id() + " ";
    return Content.text(
            Line.of("No command “" + typed + "”. Did you mean ")
                .code(ArgumentParser.shortened(meant))
                .plain("?"))
        .and(
            new Button.Press(ArgumentParser.shortened(meant), prefix + meant, Button.Style.MAIN),
            new Button.Press("Help", prefix + "help", Button.Style.PLAIN));
  }

  private static Content explained(Spec spec, CommandException exception) {
    Content content = Content.of(new Text(Line.marked(exception.sentence())));
    if (exception.showsUsage()) {
      content = content.and(new Small(Registry.usage(spec)));
    }
    return exception.buttons().isEmpty() ? content : content.and(new Actions(exception.buttons()));
  }

  private static Optional<String> refusal(Spec spec, Caller caller, @Nullable Session session) {
    if (Registry.may(spec, caller.role(), session)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (caller.role()) {
          case LEARNER ->
              "Commands are for the team that runs this class. If something does not work for you,"
                  + " tell "
                  + producers(session)
                  + ".";
          case STRANGER -> stranger(caller, session);
          case FACILITATOR, DESIGNER, PRODUCER ->
              "`" + spec.word() + "` is for producers. " + producers(session) + " can do it.";
        });
  }

  private static String stranger(Caller caller, @Nullable Session session) {
    if (session == null) {
      return "No class is open here. Type `open` to see what you can open.";
    }
    return "The plan of “"
        + session.plan().title()
        + "” does not name you, so I can only help. Ask "
        + producers(session)
        + " to add your address, or `"
        + caller.person().platform()
        + ": "
        + caller.person().id()
        + "` under `accounts`, to your line in the plan.";
  }

  private static String producers(@Nullable Session session) {
    if (session == null) {
      return "your producer";
    }
    Plan plan = session.plan();
    return plan.withRole(Role.PRODUCER).map(Member::name).collect(Collectors.joining(" or "));
  }
}
