package dev.callboard.command.clock;

import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Call;
import dev.callboard.command.CommandException;
import dev.callboard.command.Param;
import dev.callboard.plan.Member;
import dev.callboard.session.Said;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Optional;

/**
 * The prompt that somebody answers: by its number, else the newest of their own. Producers may
 * answer for somebody else what they were told to pass on.
 */
final class OwnPrompt {

  static final Param NUMBER = Param.number("prompt", 1, 1_000_000);

  private OwnPrompt() {}

  static Said of(Call call) {
    Session session = call.inClass();
    List<Said> recent = session.prompts().recent();
    Optional<Said> said =
        call.arguments()
            .find(NUMBER.name())
            .map(number -> session.prompts().said(Integer.parseInt(number)))
            .orElseGet(
                () -> recent.reversed().stream().filter(own -> isFor(call, own)).findFirst());
    if (said.isEmpty()) {
      throw new CommandException("You were told nothing lately that could be answered.");
    }
    if (!said.get().shownTo(call.caller().key())) {
      throw new CommandException("That prompt was for " + name(session, said.get()) + ".");
    }
    return said.get();
  }

  private static boolean isFor(Call call, Said said) {
    return said.to().equals(call.caller().key());
  }

  /** The prompt without its buttons, and what became of it. */
  static Content answered(Call call, Said said, Line what) {
    String whose = isFor(call, said) ? "" : "For " + name(call.inClass(), said) + ": ";
    String words = said.text().isEmpty() ? "Prompt " + said.number() : said.text();
    return Content.of(new Text(Line.of(whose + words)), new Small(what));
  }

  private static String name(Session session, Said said) {
    return session.plan().person(said.to()).map(Member::name).orElse(said.to());
  }
}
