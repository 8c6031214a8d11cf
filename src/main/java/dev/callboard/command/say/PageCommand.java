package dev.callboard.command.say;

import dev.callboard.chat.Brief;
import dev.callboard.chat.Line;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Page;
import dev.callboard.plan.Segment;
import dev.callboard.plan.Workbook;
import dev.callboard.session.Event.PostKind;
import dev.callboard.session.Post;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells the class which workbook page to turn to. */
public final class PageCommand implements Command {

  private static final Spec SPEC =
      new Spec(
          "page",
          List.of(Param.name("number|next").optional()),
          Spec.PRODUCER,
          "Post a workbook page",
          List.of("page 12", "page next", "page"),
          8);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    Workbook workbook = session.plan().workbook();
    if (workbook == null) {
      throw new CommandException("This plan has no workbook. `say TEXT` posts any text.");
    }
    int page =
        call.arguments()
            .find("number|next")
            .map(typed -> typed(session, typed))
            .orElseGet(() -> ofSegment(session));
    if (page < 1 || page > workbook.pages()) {
      throw CommandException.usage(
          "The workbook has pages 1 to " + workbook.pages() + ", so no page " + page + ".");
    }
    return Posting.decide(
        call,
        PostKind.PAGE,
        Integer.toString(page),
        Line.of("Page " + page + " is in the class room."));
  }

  private static int typed(Session session, String typed) {
    if (typed.toLowerCase(Locale.ROOT).equals("next")) {
      return last(session).orElseGet(() -> ofSegment(session) - 1) + 1;
    }
    try {
      return Integer.parseInt(typed);
    } catch (NumberFormatException notANumber) {
      throw CommandException.usage("“" + Brief.of(typed, 20) + "” is not a page number.");
    }
  }

  private static int ofSegment(Session session) {
    List<Page> pages = session.segment().map(Segment::pages).orElse(List.of());
    if (pages.isEmpty()) {
      throw CommandException.usage(
          session
              .segment()
              .map(segment -> "“" + segment.title() + "” has no page in the plan. Which page?")
              .orElse("The class is not running, so I cannot tell which page. Which one?"));
    }
    return pages.getFirst().number();
  }

  private static Optional<Integer> last(Session session) {
    return session.posts().reversed().stream()
        .filter(post -> post.kind() == PostKind.PAGE && !post.takenBack())
        .findFirst()
        .map(Post::subject)
        .map(Integer::valueOf);
  }
}
