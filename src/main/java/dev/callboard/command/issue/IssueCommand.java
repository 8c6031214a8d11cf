package dev.callboard.command.issue;

import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Form;
import dev.callboard.chat.Line;
import dev.callboard.chat.Reply;
import dev.callboard.chat.Span;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Segment;
import dev.callboard.session.Event.IssueRaised;
import dev.callboard.session.Issue;
import dev.callboard.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  private static final int BUTTONS = 5;

  private static final String UNSURE =
      "Kept with nobody's name, for I do not know everybody in it. A line for each, such as `issue"
          + " ben no audio`, is found by their names.";

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
    List<IssueRaised> raised = raised(session, raising);
    return raised.size() == 1
        ? Turning.decide(
            call, raised, then -> answer(session, then, raised.getFirst(), raising.unsure()))
        : Turning.decide(call, raised, then -> answer(then, raised));
  }

  /** One for each whom it troubles, for one may be helped sooner than another. */
  private static List<IssueRaised> raised(Session session, Raising raising) {
    List<@Nullable String> keys = new ArrayList<>();
    raising.people().forEach(person -> keys.add(person.key()));
    if (keys.isEmpty()) {
      keys.add(null);
    }
    String segment = session.segment().map(Segment::key).orElse(null);
    Symptom symptom = raising.symptom();
    List<IssueRaised> raised = new ArrayList<>();
    for (String key : keys) {
      int number = session.issues().next() + raised.size();
      Issue.What what = new Issue.What(key, symptom.text(), symptom.device());
      raised.add(new IssueRaised(number, what, segment));
    }
    return raised;
  }

  private static Content answer(Session session, List<IssueRaised> raised) {
    Line line = Line.empty();
    List<Button> buttons = new ArrayList<>();
    for (IssueRaised one : raised) {
      Issue issue = session.issues().find(one.issue()).orElseThrow();
      for (Span span : Pick.named(session, issue).spans()) {
        line = line.with(span);
      }
      line = line.plain(". ");
      buttons.add(Turning.undo(session.id(), issue, "Undo " + issue.number()));
    }
    Content content =
        Content.text(
            line.plain("Once it works for one of them: ").code("fix " + raised.getFirst().issue()));
    return content.and(buttons.stream().limit(BUTTONS).toArray(Button[]::new));
  }

  private static Content answer(
      Session before, Session session, IssueRaised raised, boolean unsure) {
    Issue issue = session.issues().find(raised.issue()).orElseThrow();
    Line line = Pick.named(session, issue).plain(". Once it works: ").code("fix " + issue.number());
    Content content = Content.text(line);
    if (unsure) {
      content = content.and(new Small(Line.marked(UNSURE)));
    }
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
