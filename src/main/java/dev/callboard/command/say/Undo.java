package dev.callboard.command.say;

import dev.callboard.chat.Content;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.session.Event.TakenBack;
import dev.callboard.session.Post;
import java.util.List;

/** Takes back what was posted. */
public final class Undo implements Command {

  private static final Spec SPEC =
      new Spec(
          "undo",
          List.of(Param.number("post", 1, 1_000_000).optional()),
          Spec.PRODUCER,
          "Take back your last post",
          List.of("undo"),
          20);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Post post = Changeable.of(call);
    return Decision.of(new TakenBack(post.number()))
        .saying(Posting.remove(call.inClass(), post))
        .replacing(Content.text("Taken back. Learners no longer see it."));
  }
}
