package dev.callboard.command.guide;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Person;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Library;
import dev.callboard.plan.Reading;
import dev.callboard.plan.Role;
import dev.callboard.session.Identity;
import dev.callboard.session.Session;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the way to the page of a class, or to the board where no class is meant. The link is for
 * whoever asks, alone, and signs them in once.
 */
public final class DeskCommand implements Command {

  private static final Spec SPEC =
      new Spec(
          "desk",
          List.of(Param.choice("page", "report", "digest").optional()),
          Set.of(Role.PRODUCER, Role.FACILITATOR, Role.DESIGNER, Role.STRANGER),
          "Open the page of this class",
          List.of("desk", "desk report", "desk digest"),
          13);

  private static final Map<String, String> BUTTONS =
      Map.of("report", "Open the report", "digest", "Open the digest");

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.session();
    Person person = call.caller().person();
    if (session != null
        && call.caller().role() == Role.STRANGER
        && !session.plan().isLedBy(person.email())) {
      throw new CommandException(
          "The plan of “"
              + session.plan().title()
              + "” does not name you, so its page is not yours to see.");
    }
    if (session == null && !isOnATeam(call, person) && !isPlanned(call, person)) {
      throw new CommandException("No open class and no plan has you on its team.");
    }
    return Decision.tell(link(call, person, session, page(call, session)));
  }

  private static boolean isOnATeam(Call call, Person person) {
    return call.house().openFor(person).stream()
        .flatMap(session -> session.member(person).stream())
        .anyMatch(member -> member.role().team());
  }

  /** Whoever a plan names, or leads its client's classes, has a board before any is open. */
  private static boolean isPlanned(Call call, Person person) {
    Library plans = call.house().plans();
    return plans.keys().stream()
        .flatMap(key -> plans.read(key).flatMap(Reading::usable).stream())
        .anyMatch(plan ->
            plan.isLedBy(person.email())
                || Identity.member(plan, person)
                    .filter(member -> member.role().team())
                    .isPresent());
  }

  private static String page(Call call, @Nullable Session session) {
    String typed = call.arguments().find("page").orElse("");
    if (!typed.isEmpty() && (session == null || !BUTTONS.containsKey(typed))) {
      throw CommandException.usage(
          "There is `desk`, and of a class `desk report` and `desk digest`, which is what all"
              + " deliveries of its plan teach.");
    }
    if (typed.equals("digest") && call.caller().role() == Role.FACILITATOR) {
      throw new CommandException("The digest is for designers and producers.");
    }
    return typed;
  }

  private static Content link(Call call, Person person, @Nullable Session session, String page) {
    URI url =
        call.house()
            .deskLink(person, session == null ? null : session.id(), page)
            .orElseThrow(() ->
                new CommandException(
                    "This server's pages cannot be reached from here. Whoever runs it sets"
                        + " `server.public-url`."));
    String title = session == null ? "Your classes" : session.plan().title();
    return Content.of(
        new Text(Line.empty().strong(title)),
        new Actions(List.of(new Button.Open(BUTTONS.getOrDefault(page, "Open the desk"), url))),
        new Small(Line.of("For you alone: the link works once, within ten minutes.")));
  }
}
