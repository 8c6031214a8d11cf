package dev.callboard.command.issue;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.Heading;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Outgoing;
import dev.callboard.command.Backstage;
import dev.callboard.command.Buttons;
import dev.callboard.command.IssueWords;
import dev.callboard.command.Times;
import dev.callboard.plan.Segment;
import dev.callboard.session.Issue;
import dev.callboard.session.Issues;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.timing.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one card backstage that shows what is wrong and what was; posted with the first issue, then
 * edited in place. Open issues stand first, each with what may become of it.
 */
final class IssueCard {

  /** With more, the card would be too long for platforms. */
  private static final int OPEN = 5;

  private static final int OVER = 8;

  private IssueCard() {}

  /** Posts the card, or brings it up to date where it stands. */
  static List<Outgoing> show(Session before, Session session, Instant now) {
    boolean posted = !before.issues().all().isEmpty();
    return Backstage.say(session, "issues", content(session, now), posted);
  }

  static Content content(Session session, Instant now) {
    List<Issue> open = session.issues().open();
    List<Issue> over = session.issues().known().filter(issue -> !issue.open()).toList();
    Content content = Content.of(new Heading("Issues · " + session.plan().title()));
    for (Issue issue : open.subList(0, Math.min(OPEN, open.size()))) {
      content =
          content
              .and(new Text(line(session, issue)))
              .and(new Actions(buttons(session.id(), issue)));
    }
    if (open.size() > OPEN) {
      String words = "and " + (open.size() - OPEN) + " more open, such as ";
      Issue next = open.get(OPEN);
      content =
          content.and(new Text(Line.of(words).strong(IssueWords.about(session, next)).plain(".")));
    }
    if (!over.isEmpty()) {
      content = content.and(new Small(lines(session, over)));
    }
    return content
        .and(new Small(sum(session, now)))
        .and(
            Buttons.plain(session.id(), "Issue", "issue"),
            Buttons.plain(session.id(), "Refresh", "issues"));
  }

  /** What may become of an open issue, the best first. */
  static List<Button> buttons(SessionId id, Issue issue) {
    int number = issue.number();
    List<Button> buttons = new ArrayList<>();
    buttons.add(Buttons.main(id, "Fixed", "fix " + number));
    buttons.add(
        issue.state() == Issue.State.WAITING
            ? Buttons.plain(id, "Waiting no more", "issues " + number + " open")
            : Buttons.plain(id, "Waiting", "issues " + number + " waiting"));
    buttons.add(Buttons.plain(id, "Cannot be fixed", "issues " + number + " cannot"));
    return buttons;
  }

  /** {@code 2 Ben Carter: no audio, iPhone · since 14:05 in Poll 1 · waiting: IT looks}. */
  static Line line(Session session, Issue issue) {
    Line line =
        Line.of(issue.number() + "  ")
            .strong(IssueWords.about(session, issue))
            .plain(" · since ")
            .clock(issue.since(), session.plan().zone())
            .plain(segment(session, issue).map(title -> " in " + title).orElse(""));
    return issue.state() == Issue.State.OPEN
        ? line
        : line.plain(" · " + issue.state().word() + said(issue));
  }

  private static Optional<String> segment(Session session, Issue issue) {
    return Optional.ofNullable(issue.segment())
        .flatMap(session.run().order()::find)
        .map(item -> item.segment())
        .map(Segment::title);
  }

  /** Those that are over, the newest first. */
  private static Line lines(Session session, List<Issue> over) {
    Line line = Line.empty();
    for (Issue issue : over.reversed().subList(0, Math.min(OVER, over.size()))) {
      line = line.spans().isEmpty() ? line : line.plain("\n");
      line =
          line.plain(
              issue.number()
                  + "  "
                  + IssueWords.about(session, issue)
                  + " · "
                  + issue.state().word()
                  + (issue.state() == Issue.State.FIXED
                      ? " after " + length(issue.lasted(issue.last().at()))
                      : "")
                  + said(issue));
    }
    int more = over.size() - OVER;
    return more > 0 ? line.plain("\n… and " + more + " more") : line;
  }

  private static String said(Issue issue) {
    return issue.last().text().isEmpty() ? "" : ": " + issue.last().text();
  }

  /** How long something lasted, to the minute; what was quicker was not nothing. */
  static String length(Duration lasted) {
    return lasted.toSeconds() < 30 ? "less than a minute" : Times.minutes(lasted);
  }

  private static Line sum(Session session, Instant now) {
    List<Issue> known = session.issues().known().toList();
    long fixed = known.stream().filter(issue -> issue.state() == Issue.State.FIXED).count();
    Window time = Issues.classTime(session.run(), now);
    Duration lost =
        known.stream().map(issue -> issue.lost(time)).reduce(Duration.ZERO, Duration::plus);
    return Line.of(
            IssueWords.count(known.size())
                + ", "
                + session.issues().open().size()
                + " open, "
                + fixed
                + " fixed · "
                + Times.minutes(lost)
                + " lost in all · as of ")
        .clock(now, session.plan().zone());
  }
}
