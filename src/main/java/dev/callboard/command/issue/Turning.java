package dev.callboard.command.issue;

import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Span;
import dev.callboard.command.After;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.clock.Card;
import dev.callboard.plan.Member;
import dev.callboard.session.Event;
import dev.callboard.session.Event.IssueTurned;
import dev.callboard.session.Event.IssueUndone;
import dev.callboard.session.Issue;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes down what became of an issue, and brings the cards up to date. */
final class Turning {

  private Turning() {}

  /**
   * @param answer made of the class as it is once the events have happened
   */
  static Decision decide(Call call, List<? extends Event> what, Function<Session, Content> answer) {
    Session before = call.inClass();
    Event[] events = what.toArray(Event[]::new);
    Session session = After.of(call, events);
    List<Outgoing> out = new ArrayList<>(IssueCard.show(before, session, call.now()));
    out.addAll(Card.refresh(session, call.now()));
    return Decision.of(events).saying(out).replacing(answer.apply(session));
  }

  /** What helped may be said later than that it did, and anew. */
  static Decision fix(Call call, Issue issue, String helped) {
    Session session = call.inClass();
    if (issue.state() == Issue.State.FIXED && helped.isEmpty()) {
      throw fixedAlready(session, issue);
    }
    boolean more = issue.state() == Issue.State.FIXED;
    return decide(
        call,
        List.of(new IssueTurned(issue.number(), Issue.State.FIXED, helped)),
        then -> fixed(then, issue.number(), more));
  }

  private static Content fixed(Session session, int number, boolean more) {
    Issue issue = session.issues().find(number).orElseThrow();
    String after = IssueCard.length(issue.lasted(issue.last().at()));
    String helped = issue.last().text();
    Line line = Pick.named(session, issue);
    line =
        more
            ? line.plain(". Kept as what helped: " + helped)
            : line.plain(" · fixed after " + after + (helped.isEmpty() ? "." : ": " + helped));
    List<Button> buttons = new ArrayList<>();
    if (helped.isEmpty()) {
      buttons.add(Buttons.main(session.id(), "What helped?", "issues " + number + " helped"));
    }
    buttons.add(Buttons.plain(session.id(), "Came back", "issues " + number + " open"));
    if (!more) { // else it would take back that it is fixed, too
      buttons.add(undo(session.id(), issue));
    }
    return Content.text(line).and(buttons.toArray(Button[]::new));
  }

  /** Pressed on an old message, a button must not bring back what somebody else has fixed. */
  static CommandException fixedAlready(Session session, Issue issue) {
    String by = session.plan().person(issue.last().by()).map(Member::name).orElse("somebody else");
    String helped = issue.last().text().isEmpty() ? "" : ": " + issue.last().text();
    return new CommandException(
        "Issue " + issue.number() + " is fixed already, by " + by + helped + ".",
        Buttons.plain(session.id(), "Came back", "issues " + issue.number() + " open"));
  }

  static Decision turn(Call call, Issue issue, Issue.State to, String text) {
    Session session = call.inClass();
    if (issue.state() == to && (text.isEmpty() || to == Issue.State.OPEN)) {
      return Decision.of().replacing(standing(session, issue));
    }
    if (issue.state() == Issue.State.FIXED && to != Issue.State.OPEN) {
      throw fixedAlready(session, issue);
    }
    return decide(
        call,
        List.of(new IssueTurned(issue.number(), to, to == Issue.State.OPEN ? "" : text)),
        then -> standing(then, then.issues().find(issue.number()).orElseThrow()));
  }

  /** Taken back by the number of the turn, so that it does not take back what came since. */
  static Decision undo(Call call, Issue issue, int turn) {
    if (turn != issue.turns().size() - 1) {
      throw new CommandException(
          "Something else became of issue " + issue.number() + " since, so I left it.",
          Buttons.plain(call.inClass().id(), "Issues", "issues"));
    }
    return decide(
        call,
        List.of(new IssueUndone(issue.number(), turn)),
        then ->
            then.issues()
                .find(issue.number())
                .map(same -> standing(then, same))
                .orElseGet(() ->
                    Content.text("Issue " + issue.number() + " is taken back, as if never kept.")));
  }

  static Button undo(SessionId id, Issue issue) {
    return undo(id, issue, "Undo");
  }

  static Button undo(SessionId id, Issue issue, String label) {
    String line = "issues " + issue.number() + " undo " + (issue.turns().size() - 1);
    return Buttons.plain(id, label, line);
  }

  /** An issue as it stands, with what may become of it. */
  static Content standing(Session session, Issue issue) {
    Line line = Line.of("Issue ");
    for (Span span : IssueCard.line(session, issue).spans()) {
      line = line.with(span);
    }
    Content content = Content.of(new Text(line.plain(".")));
    if (issue.state() == Issue.State.UNFIXABLE) {
      content =
          content.and(
              new Small(
                  Line.of(
                      "It counts as lost till the class ends. If a way round it is found, say so:"
                          + " it is fixed then.")));
    }
    List<Button> buttons = new ArrayList<>();
    switch (issue.state()) {
      case OPEN, WAITING -> buttons.addAll(IssueCard.buttons(session.id(), issue));
      case UNFIXABLE -> buttons.add(Buttons.plain(session.id(), "Fixed", "fix " + issue.number()));
      case FIXED ->
          buttons.add(
              Buttons.plain(session.id(), "Came back", "issues " + issue.number() + " open"));
    }
    buttons.add(undo(session.id(), issue));
    return content.and(buttons.toArray(Button[]::new));
  }
}
