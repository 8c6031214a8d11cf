package dev.callboard.command.issue;

import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Form;
import dev.callboard.chat.Line;
import dev.callboard.chat.Reply;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Member;
import dev.callboard.plan.Segment;
import dev.callboard.session.Event.IssueRaised;
import dev.callboard.session.Issue;
import dev.callboard.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps a technical trouble: with whom, what is wrong, and on which device. */
public final class IssueCommand implements Command {

  private static final String WANTED = "[NAME] WHAT IS WRONG";

  private static final Spec SPEC =
      new Spec(
          "issue",
          List.of(Param.text(WANTED, 500).optional()),
          Spec.STAGE,
          "Keep a technical trouble of somebody, or of all",
          List.of("issue ben no audio on iphone", "issue poll does not open"),
          12);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.inClass();
    Optional<String> typed = call.arguments().find(WANTED);
    if (typed.isEmpty()) {
      return Decision.of().asking(new Reply.Ask(form(session)));
    }
    Raising raising = Raising.of(session, typed.get());
    Member person = raising.person();
    IssueRaised raised =
        new IssueRaised(
            session.issues().next(),
            new Issue.What(
                person == null ? null : person.key(),
                raising.symptom().text(),
                raising.symptom().device()),
            session.segment().map(Segment::key).orElse(null));
    return Turning.decide(call, raised, then -> answer(session, then, raised));
  }

  private static Content answer(Session before, Session session, IssueRaised raised) {
    Issue issue = session.issues().find(raised.issue()).orElseThrow();
    Line line = Pick.named(session, issue).plain(". Once it works: ").code("fix " + issue.number());
    Content content = Content.text(line);
    Optional<Issue> other =
        before.issues().open().stream()
            .filter(one ->
                raised.what().person() != null && raised.what().person().equals(one.person()))
            .findFirst();
    if (other.isPresent()) {
      String words = "Still open of theirs: " + other.get().number() + ", ";
      content = content.and(new Small(Line.of(words + other.get().what().words() + ".")));
    }
    List<Button> buttons = new ArrayList<>(IssueCard.buttons(session.id(), issue));
    buttons.add(Turning.undo(session.id(), issue));
    return content.and(buttons.toArray(Button[]::new));
  }

  private static Form form(Session session) {
    return new Form(
        "Keep an issue",
        "Who, what is wrong, and on which device; for the team alone",
        "",
        "Keep",
        "@" + session.id() + " issue");
  }
}
