package dev.callboard.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.command.IssueWords;
import dev.callboard.report.model.Reader;
import dev.callboard.session.Issue;
import dev.callboard.session.Nameless;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Roll;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What does not work and what did not, as the desk draws it: the open issues first. */
final class IssuesView {

  private static final int SHOWN = 20;

  private IssuesView() {}

  /** Whoever may not read names is told what is wrong, not with whom. */
  static void fill(ArrayNode node, Session session, Roll roll, Reader reader) {
    List<Issue> open = session.issues().open();
    List<Issue> over = session.issues().known().filter(issue -> !issue.open()).toList();
    if (open.isEmpty() && over.isEmpty()) {
      return;
    }
    UnaryOperator<String> told =
        reader.seesPeople() ? UnaryOperator.identity() : Nameless.of(roll)::without;
    Stream.concat(open.stream(), over.reversed().stream())
        .limit(SHOWN)
        .forEach(issue -> {
          ObjectNode one = node.addObject();
          one.put("number", issue.number())
              .put("what", ClassView.cut(told.apply(issue.what().words())))
              .put("state", issue.state().word())
              .put("open", issue.open())
              .put("since", issue.since().toString())
              .put("said", ClassView.cut(told.apply(issue.last().text())));
          if (reader.seesPeople()) {
            IssueWords.who(session, issue).ifPresent(who -> one.put("who", ClassView.cut(who)));
          }
          if (!issue.open()) {
            one.put("lasted", issue.lasted(issue.last().at()).toSeconds());
          }
        });
  }
}
