package dev.callboard.command.say;

import dev.callboard.command.Call;
import dev.callboard.command.CommandException;
import dev.callboard.session.Post;
import dev.callboard.session.Session;
import java.time.Duration;
import java.util.Optional;

/** Which post a change is about, and whether it may still be changed. */
final class Changeable {

  private Changeable() {}

  /** The post with the number given, else the caller's newest. */
  static Post of(Call call) {
    Session session = call.inClass();
    Post post = find(call, session);
    if (post.takenBack()) {
      throw new CommandException("That was already taken back.");
    }
    if (!post.changeable(call.now())) {
      throw new CommandException(
          "That was posted "
              + Duration.between(post.at(), call.now()).toMinutes()
              + " min ago. Learners have read it; say what changed"
              + " with `say TEXT`.");
    }
    return post;
  }

  private static Post find(Call call, Session session) {
    Optional<String> number = call.arguments().find("post");
    if (number.isPresent()) {
      int wanted = Integer.parseInt(number.get());
      return session
          .post(wanted)
          .orElseThrow(() -> new CommandException("There is no post " + wanted + "."));
    }
    return session.posts().reversed().stream()
        .filter(post -> post.by().equals(call.caller().key()) && !post.takenBack())
        .findFirst()
        .orElseThrow(() -> new CommandException("You have posted nothing that could be changed."));
  }
}
