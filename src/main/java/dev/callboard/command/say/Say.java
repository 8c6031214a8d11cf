package dev.callboard.command.say;

import dev.callboard.chat.Block;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Person;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Caller;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.session.Event.PostKind;
import dev.callboard.session.Post;
import dev.callboard.session.Session;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Posts any text to the class. Where learners do not read, free words may be meant for the team, so
 * there the class gets them only once somebody has seen them as learners would and says yes.
 */
public final class Say implements Command {

  /**
   * What the buttons of the question say before the text: the number that the post would have had
   * then, so that a second press is known for one; 0 for no.
   */
  private static final Pattern ANSWER = Pattern.compile("(?s)as-post-(\\d{1,7})(?:\\s+(.+))?");

  private static final String POST = "Post it to the class";

  private static final int LONGEST = 2_000;

  /** Of what a button says, whose text was measured when it was made. */
  private static final int LONGEST_PRESSED = 1_000_000;

  /** Longer ones do not fit into the buttons of every platform. */
  private static final int FITS_A_BUTTON = 180;

  private static final Spec SPEC =
      new Spec(
          "say",
          List.of(Param.text("text", LONGEST_PRESSED)),
          Spec.PRODUCER,
          "Post a text to the class",
          List.of("say Please mute yourselves"),
          9);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    String text = call.arguments().text("text");
    Matcher answer = ANSWER.matcher(text);
    if (answer.matches()) {
      int post = Integer.parseInt(answer.group(1));
      return post == 0 || answer.group(2) == null
          ? Decision.of().replacing(Content.text("Not posted."))
          : posts(call, post, answer.group(2));
    }
    if (text.length() > LONGEST) {
      throw CommandException.usage(
          "That text has " + text.length() + " characters; " + LONGEST + " fit.");
    }
    return readByLearners(call.caller())
        ? Posting.decide(call, PostKind.SAY, text, said())
        : asks(call.openClass(), call, text);
  }

  private static Line said() {
    return Line.of("Said in the class room.");
  }

  /** A program has nobody who could press. */
  private static boolean readByLearners(Caller caller) {
    return switch (caller.kind()) {
      case CLASS_ROOM, MEETING -> true;
      case BACKSTAGE, DIRECT, UNKNOWN -> caller.person().platform().equals(Person.PROGRAMS);
    };
  }

  private static Decision asks(Session session, Call call, String text) {
    Content question = Content.text(Line.empty().strong("Shall the class read this?"));
    Content read = new PostText(session.plan(), call.house().texts()).of(PostKind.SAY, text);
    for (Block block : read.blocks()) {
      question = question.and(block);
    }
    if (text.length() > FITS_A_BUTTON) {
      question =
          question.and(
              new Small(Line.of("If no button is here: typed in the class room, it is posted.")));
    }
    return Decision.tell(
        question.and(
            Buttons.main(session.id(), POST, line(session.nextPost(), text)),
            Buttons.plain(session.id(), "No", "say as-post-0")));
  }

  private static String line(int post, String text) {
    return "say as-post-" + post + " " + text;
  }

  /** Once, however often it is pressed. */
  private static Decision posts(Call call, int number, String text) {
    Session session = call.openClass();
    session.posts().stream()
        .filter(post -> post.number() >= number)
        .filter(post -> post.kind() == PostKind.SAY && post.subject().equals(text))
        .reduce((_, last) -> last)
        .ifPresent(post -> stands(session, post));
    return Posting.decide(call, PostKind.SAY, text, said())
        .replacing(Content.text(said()).and(Posting.change(session, session.nextPost())));
  }

  private static void stands(Session session, Post post) {
    if (post.takenBack()) {
      throw new CommandException(
          "That was in the class room, and was taken back.",
          Buttons.plain(session.id(), POST, line(session.nextPost(), post.subject())));
    }
    throw new CommandException(
        "That is in the class room already.", Posting.change(session, post.number()));
  }
}
