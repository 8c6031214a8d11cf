package dev.callboard.command.guide;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.Heading;
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
import dev.callboard.command.Names;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.command.clock.Onward;
import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.session.Run;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what can be typed here and now by this person; or all about one word. */
public final class Help implements Command {

  private static final Set<String> OF_OPEN_CLASSES =
      Set.of(
          "start", "next", "back", "extend", "pause", "resume", "skip", "catchup", "move", "insert",
          "end", "welcome", "link", "links", "page", "say");

  private static final Spec SPEC =
      new Spec(
          "help",
          List.of(Param.name("word").optional()),
          Spec.ALL,
          "See what you can type now",
          List.of("help", "help page"),
          22);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    return Decision.tell(
        call.arguments().find("word").map(word -> about(call, word)).orElseGet(() -> now(call)));
  }

  private static Content about(Call call, String typed) {
    List<String> words = call.house().registry().menu().stream().map(Spec::word).toList();
    String bare = typed.startsWith("/") ? typed.substring(1) : typed;
    Spec spec =
        Names.closest(bare, words)
            .flatMap(call.house().registry()::find)
            .map(Command::spec)
            .orElseThrow(
                () -> new CommandException("There is no word “" + bare + "”. Type `help` alone."));
    Line examples = Line.of("For example ");
    for (String example : spec.examples()) {
      examples = example.equals(spec.examples().getFirst()) ? examples : examples.plain(", ");
      examples = examples.code(example);
    }
    return Content.of(
        new Text(Line.empty().code(spec.usage()).plain("  " + spec.summary() + ".")),
        new Small(examples));
  }

  private static Content now(Call call) {
    Role role = call.caller().role();
    Session session = call.session();
    if (role == Role.LEARNER) {
      return Content.text(
          "I am Callboard, the class's notice board. Links and workbook pages appear in the class"
              + " room. If something does not work for you, tell "
              + producers(call)
              + ".");
    }
    if (session == null) {
      return noClass(call);
    }
    Line list = Line.empty();
    for (Spec spec : fitting(call, session)) {
      list = list.spans().isEmpty() ? list : list.plain("\n");
      list = list.code(spec.usage()).plain("  " + spec.summary());
    }
    Content content = Content.of(new Heading(moment(session)), new Text(list));
    List<Button> buttons = buttons(session, role);
    return buttons.isEmpty() ? content : content.and(new Actions(buttons));
  }

  private static Content noClass(Call call) {
    String place = call.caller().place().platform() + " " + call.caller().place().id();
    return Content.of(
        new Text(
            Line.of("No class is open here. ").code("open").plain(" shows what you can open.")),
        new Small(Line.of("For the rooms of a plan: this place is ").code(place).plain(".")),
        new Actions(List.of(new Button.Press("Open a class", "open", Button.Style.MAIN))));
  }

  /** What makes sense at this moment, for this person. */
  private static List<Spec> fitting(Call call, Session session) {
    Set<String> senseless = senseless(session.run());
    Role role = call.caller().role();
    return call.house().registry().menu().stream()
        .filter(spec ->
            spec.who().contains(role)
                || (role == Role.FACILITATOR
                    && session.plan().facilitatorMay().contains(spec.word())))
        .filter(spec -> !senseless.contains(spec.word()))
        .toList();
  }

  private static Set<String> senseless(Run run) {
    if (run.ended()) {
      return OF_OPEN_CLASSES;
    }
    if (!run.live()) {
      return Set.of("next", "back", "open", "pause", "resume", "catchup");
    }
    return Set.of("start", "open", run.paused() ? "pause" : "resume");
  }

  private static String moment(Session session) {
    String title = session.plan().title();
    if (session.run().ended()) {
      return title + " is over";
    }
    return session
        .segment()
        .map(segment -> title + ", now " + segment.title())
        .orElse(title + " has not started");
  }

  private static List<Button> buttons(Session session, Role role) {
    if (session.run().ended() || role == Role.DESIGNER || role == Role.STRANGER) {
      return List.of();
    }
    return session.run().live()
        ? List.of(Onward.main(session), Buttons.plain(session.id(), "Status", "status"))
        : List.of(
            Buttons.main(session.id(), "Start", "start"),
            Buttons.plain(session.id(), "Status", "status"));
  }

  private static String producers(Call call) {
    return Optional.ofNullable(call.session())
        .map(session ->
            session
                .plan()
                .withRole(Role.PRODUCER)
                .map(Member::name)
                .collect(Collectors.joining(" or ")))
        .orElse("your producer");
  }
}
