package dev.callboard.command.say;

import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.command.Times;
import dev.callboard.session.Event.PostKind;
import dev.callboard.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Greets the learners in their languages: once, unless somebody says that they mean it again. */
public final class Welcome implements Command {

  private static final String AGAIN = "again";

  /** Whoever presses so soon after it was posted means the same one. */
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private static final Spec SPEC =
      new Spec(
          "welcome",
          List.of(Param.choice(AGAIN, AGAIN).ofButtons()),
          Spec.PRODUCER,
          "Post the welcome in the learners' languages",
          List.of("welcome"),
          6);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    session.welcomed().filter(at -> !meant(call, at)).ifPresent(at -> stands(session, at));
    List<String> languages =
        session.plan().languages().stream()
            .map(tag -> Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH))
            .toList();
    String in = languages.size() < 2 ? "" : " in " + String.join(" and ", languages);
    return Posting.decide(
        call, PostKind.WELCOME, "all", Line.of("The welcome" + in + " is in the class room."));
  }

  private static boolean meant(Call call, Instant last) {
    return call.arguments().find(AGAIN).isPresent()
        && Duration.between(last, call.now()).compareTo(MOMENT) >= 0;
  }

  private static void stands(Session session, Instant last) {
    throw new CommandException(
        "The welcome is in the class room already, since "
            + Times.clock(last, session.plan().zone())
            + ".",
        Buttons.plain(session.id(), "Post it again", "welcome " + AGAIN));
  }
}
