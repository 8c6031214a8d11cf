package dev.callboard.command.say;

import dev.callboard.chat.Line;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Spec;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Resource;
import dev.callboard.plan.Resource.Show;
import dev.callboard.session.Event.PostKind;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Posts all links for learners as one list. */
public final class Links implements Command {

  private static final Spec SPEC =
      new Spec(
          "links",
          List.of(),
          Spec.PRODUCER,
          "Post all links for learners as one list",
          List.of("links"),
          18);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    int count = forLearners(session.plan()).size();
    if (count == 0) {
      throw new CommandException(LinkCommand.NONE);
    }
    String what = count == 1 ? "One link is" : count + " links are";
    return Posting.decide(call, PostKind.LINKS, "all", Line.of(what + " in the class room."));
  }

  /** Keys of what {@code link} may post. */
  public static Set<String> keysForLearners(Plan plan) {
    return forLearners(plan).stream().map(Resource::key).collect(Collectors.toUnmodifiableSet());
  }

  static List<Resource> forLearners(Plan plan) {
    return plan.resources().stream()
        .filter(resource -> resource.audience() == Show.LEARNERS)
        .toList();
  }
}
