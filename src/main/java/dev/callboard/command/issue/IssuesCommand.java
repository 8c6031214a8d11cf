package dev.callboard.command.issue;

import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Form;
import dev.callboard.chat.Line;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Reply;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.session.Issue;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Locale;

/**
 * Shows all issues, the open ones first; or says what became of one. Asked backstage, the one card
 * there is brought up to date as well.
 */
public final class IssuesCommand implements Command {

  private static final String WANTED = "NUMBER waiting|cannot|open";

  private static final Spec SPEC =
      new Spec(
          "issues",
          List.of(Param.text(WANTED, 500).optional()),
          Spec.STAGE,
          "See all technical troubles, or say what becomes of one",
          List.of("issues", "issues 2 waiting for IT", "issues 2 cannot too old a phone"),
          13);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.inClass();
    String typed = call.arguments().find(WANTED).orElse("");
    if (typed.isEmpty()) {
      return list(call);
    }
    Pick pick = Pick.of(session, typed, "issues");
    String[] words = pick.rest().split("\\s+", 2);
    String text = words.length == 2 ? words[1].strip() : "";
    Issue issue = pick.issue();
    return switch (words[0].toLowerCase(Locale.ROOT)) {
      case "" -> Decision.of().replacing(Turning.standing(session, issue));
      case "waiting" -> Turning.turn(call, issue, Issue.State.WAITING, withoutFor(text));
      case "cannot" -> Turning.turn(call, issue, Issue.State.UNFIXABLE, text);
      case "open" -> Turning.turn(call, issue, Issue.State.OPEN, "");
      case "undo" -> Turning.undo(call, issue, turn(text));
      case "helped" -> Decision.of().asking(new Reply.Ask(helped(session, issue)));
      default ->
          throw CommandException.usage(
              "What becomes of issue " + issue.number() + "?",
              IssueCard.buttons(session.id(), issue).toArray(Button[]::new));
    };
  }

  /** Cards say {@code waiting: IT}, though people type {@code waiting for IT}. */
  private static String withoutFor(String text) {
    return text.replaceFirst("(?i)^for\\s+", "");
  }

  private static Decision list(Call call) {
    Session session = call.inClass();
    if (session.issues().all().isEmpty()) {
      return Decision.tell(
          Content.text(Line.of("No issue so far. ").code("issue NAME WHAT").plain(" keeps one."))
              .and(Buttons.plain(session.id(), "Issue", "issue")));
    }
    Decision answer = Decision.of().replacing(IssueCard.content(session, call.now()));
    return call.caller().kind() == PlaceKind.BACKSTAGE
        ? answer.saying(IssueCard.show(session, session, call.now()))
        : answer;
  }

  private static int turn(String typed) {
    if (!typed.matches("\\d{1,6}")) {
      throw CommandException.usage("“" + typed + "” is no number of a turn.");
    }
    return Integer.parseInt(typed);
  }

  private static Form helped(Session session, Issue issue) {
    return new Form(
        "What helped?",
        "It stands in the report, and helps the next time",
        issue.last().text(),
        "Keep",
        "@" + session.id() + " fix " + issue.number());
  }
}
