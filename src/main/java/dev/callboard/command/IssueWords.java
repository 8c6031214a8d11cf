package dev.callboard.command;

import dev.callboard.chat.Brief;
import dev.callboard.plan.Member;
import dev.callboard.session.Issue;
import dev.callboard.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Technical troubles in words, for the team. */
public final class IssueWords {

  private static final int NAMED = 3;
  private static final int SHOWN = 60;

  private IssueWords() {}

  /** Whom it troubles, by name; empty for nobody in particular. */
  public static Optional<String> who(Session session, Issue issue) {
    return Optional.ofNullable(issue.person())
        .map(key -> session.plan().person(key).map(Member::name).orElse(key));
  }

  /** {@code Ben Carter: no audio, iPhone}, or {@code poll does not open}. */
  public static String about(Session session, Issue issue) {
    String shown = Brief.of(issue.what().words(), SHOWN);
    return who(session, issue).map(name -> name + ": " + shown).orElse(shown);
  }

  /** {@code 2 issues open, the oldest for 6 min}; empty when none is. */
  public static Optional<String> worry(Session session, Instant now) {
    List<Issue> open = session.issues().open();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    Duration oldest = oldest(open, now);
    String age = oldest.toSeconds() < 30 ? "" : " for " + Times.minutes(oldest);
    String issues = count(open.size()) + " open";
    return Optional.of(
        issues + (age.isEmpty() ? "" : open.size() == 1 ? age : ", the oldest" + age));
  }

  /** For how long the one that is open longest has been. */
  public static Duration oldest(List<Issue> open, Instant now) {
    Duration age = Duration.between(open.getFirst().since(), now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  /** Which are open, in one line: {@code 2 open: Ben Carter: no audio · poll does not open}. */
  public static Optional<String> open(Session session) {
    List<Issue> open = session.issues().open();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    int more = open.size() - NAMED;
    return Optional.of(
        open.size()
            + " open · "
            + open.stream()
                .limit(NAMED)
                .map(issue ->
                    about(session, issue)
                        + (issue.state() == Issue.State.WAITING ? " (waiting)" : ""))
                .collect(Collectors.joining(" · "))
            + (more > 0 ? " · and " + more + " more" : ""));
  }

  /** {@code 1 issue}. */
  public static String count(int number) {
    return number == 1 ? "1 issue" : number + " issues";
  }
}
