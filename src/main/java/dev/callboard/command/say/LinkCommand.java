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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Posts one of the plan's links; without a name it offers them as buttons. */
public final class LinkCommand implements Command {

  static final String NONE = "This plan has no links that learners may see.";

  private static final int OFFERED = 9;
  private static final int LONGEST_NAME = 80;

  private static final Spec SPEC =
      new Spec(
          "link",
          List.of(Param.text("name", LONGEST_NAME).optional()),
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
      throw new CommandException(NONE);
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
    List<Resource> meant = LinkSearch.meant(typed, session.plan().resources());
    return switch (meant.size()) {
      case 0 -> throw unknown(session, typed);
      case 1 -> meant.getFirst();
      default -> throw several(session, typed, meant);
    };
  }

  private static CommandException unknown(Session session, String typed) {
    List<String> keys = Links.forLearners(session.plan()).stream().map(Resource::key).toList();
    if (keys.isEmpty()) {
      return new CommandException(NONE);
    }
    return new CommandException(
        "No link is called “" + typed + "”. There is " + String.join(", ", keys) + ".",
        posting(session, Names.similar(typed, keys).stream()));
  }

  private static CommandException several(Session session, String typed, List<Resource> meant) {
    String titles =
        meant.stream().map(each -> "“" + each.title() + "”").collect(Collectors.joining(" or "));
    return new CommandException(
        "“" + typed + "” may be " + titles + ". Which one?",
        posting(
            session,
            meant.stream()
                .map(Resource::key)
                .filter(Links.keysForLearners(session.plan())::contains)));
  }

  private static Button[] posting(Session session, Stream<String> keys) {
    return keys.limit(OFFERED)
        .map(key -> Buttons.main(session.id(), "Post " + key, "link " + key))
        .toArray(Button[]::new);
  }
}
