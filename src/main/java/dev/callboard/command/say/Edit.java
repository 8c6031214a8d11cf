package dev.callboard.command.say;

import dev.callboard.chat.Content;
import dev.callboard.chat.Form;
import dev.callboard.chat.Line;
import dev.callboard.chat.Reply;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.session.Event.Reworded;
import dev.callboard.session.Post;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Optional;

/** Changes the words of what was posted; without new words it asks for them in a form. */
public final class Edit implements Command {

  private static final Spec SPEC =
      new Spec(
          "edit",
          List.of(
              Param.number("post", 1, 1_000_000).optional(), Param.text("text", 2_000).optional()),
          Spec.PRODUCER,
          "Change the words of a post",
          List.of("edit 3 Workbook page 13, not 12"),
          21);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.inClass();
    Post post = Changeable.of(call);
    Optional<String> text = call.arguments().find("text");
    if (text.isEmpty()) {
      return Decision.of().asking(new Reply.Ask(form(call, post)));
    }
    Content content = Content.text(text.get());
    return Decision.of(new Reworded(post.number(), text.get()))
        .saying(Posting.edit(session, post, content))
        .replacing(
            Content.text(Line.of("Changed. Learners now read: ").strong(text.get()))
                .and(Posting.change(session, post.number())));
  }

  private static Form form(Call call, Post post) {
    Session session = call.inClass();
    String rewording = post.rewording();
    String words =
        rewording != null
            ? rewording
            : new PostText(session.plan(), call.house().texts())
                .asTyped(post.kind(), post.subject());
    return new Form(
        "Change the post",
        "What shall learners read?",
        words,
        "Change",
        "@" + session.id() + " edit " + post.number());
  }
}
