package dev.callboard.command.clock;

import dev.callboard.chat.Button;
import dev.callboard.command.Buttons;
import dev.callboard.session.Said;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Mark;
import dev.callboard.session.timing.Mark.Kind;
import dev.callboard.session.timing.Prompts.Prompt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What can be done about a timing prompt with one press. */
final class PromptButtons {

  private PromptButtons() {}

  static List<Button> of(Session session, Prompt prompt, int number, Instant now) {
    List<Button> buttons = new ArrayList<>();
    if (prompt.marks().stream().anyMatch(PromptButtons::timeIsUp)) {
      buttons.add(
          session.following().isPresent()
              ? Onward.main(session)
              : Buttons.main(session.id(), "End class", "end"));
      buttons.add(Buttons.plain(session.id(), "+2 min", "extend 2"));
    }
    buttons.add(Buttons.plain(session.id(), "Got it", "seen " + number));
    List<String> marks = prompt.marks().stream().map(Mark::key).toList();
    Said said = new Said(number, prompt.to(), now, marks, "", null, null, null);
    Snooze.minutes(session, said, now)
        .ifPresent(minutes ->
            buttons.add(
                Buttons.plain(
                    session.id(),
                    "Again in " + minutes + " min",
                    "snooze " + minutes + " " + number)));
    return buttons;
  }

  private static boolean timeIsUp(Mark mark) {
    return mark.kind() == Kind.TIME || mark.kind() == Kind.OVER;
  }
}
