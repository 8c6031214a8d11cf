package dev.callboard.command.say;

import dev.callboard.chat.Line;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Spec;
import dev.callboard.session.Event.PostKind;
import java.util.List;
import java.util.Locale;

/** Greets the learners in their languages. */
public final class Welcome implements Command {

  private static final Spec SPEC =
      new Spec(
          "welcome",
          List.of(),
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
    List<String> languages =
        call.openClass().plan().languages().stream()
            .map(tag -> Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH))
            .toList();
    String in = languages.size() < 2 ? "" : " in " + String.join(" and ", languages);
    return Posting.decide(
        call, PostKind.WELCOME, "all", Line.of("The welcome" + in + " is in the class room."));
  }
}
