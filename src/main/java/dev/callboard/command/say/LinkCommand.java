package dev.callboard.command.say;

import dev.callboard.chat.Block.Actions;
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
import dev.callboard.plan.Resource;
import dev.callboard.plan.Resource.Show;
import dev.callboard.session.Event.PostKind;
import dev.callboard.session.Session;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Posts one of the plan's links; without a name it offers them as buttons. */
public final class LinkCommand implements Command {

  private static final int OFFERED = 9;

  private static final Spec SPEC =
      new Spec(
          "link",
          List.of(Param.name("name").optional()),
          Spec.PRODUCER,
          "Post a link from the plan",
          List.of("link", "link handout"),
          7);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    Optional<String> typed = call.arguments().find("name");
    if (typed.isEmpty()) {
      return Decision.tell(offer(session));
    }
    Resource resource = resource(session, typed.get());
    if (resource.audience() == Show.TEAM) {
      throw new CommandException(
          "“" + resource.title() + "” is for the team only, so it stays out of the class room.");
    }
    return Posting.decide(
        call,
        PostKind.LINK,
        resource.key(),
        Line.of("“" + resource.title() + "” is in the class room."));
  }

  private static Content offer(Session session) {
    List<Resource> resources = Links.forLearners(session.plan());
    if (resources.isEmpty()) {
      throw new CommandException("This plan has no links that learners may see.");
    }
    Set<String> now =
        Set.copyOf(session.segment().map(segment -> segment.resources()).orElse(List.of()));
    List<Button> buttons =
        resources.stream()
            .sorted(Comparator.comparing(resource -> !now.contains(resource.key())))
            .limit(OFFERED)
            .map(resource -> button(session, resource, now.contains(resource.key())))
            .toList();
    return Content.text(Line.of("Which link shall the class get?")).and(new Actions(buttons));
  }

  private static Button button(Session session, Resource resource, boolean now) {
    String line = "link " + resource.key();
    return now
        ? Buttons.main(session.id(), resource.title(), line)
        : Buttons.plain(session.id(), resource.title(), line);
  }

  private static Resource resource(Session session, String typed) {
    List<String> keys = session.plan().resources().stream().map(Resource::key).toList();
    return Names.closest(typed, keys)
        .flatMap(session.plan()::resource)
        .orElseThrow(() -> unknown(session, typed, keys));
  }

  private static CommandException unknown(Session session, String typed, List<String> keys) {
    List<String> similar = Names.similar(typed, keys);
    return new CommandException(
        "No link is called “" + typed + "”. There is " + String.join(", ", keys) + ".",
        similar.stream()
            .map(key -> Buttons.main(session.id(), "Post " + key, "link " + key))
            .toArray(Button[]::new));
  }
}
