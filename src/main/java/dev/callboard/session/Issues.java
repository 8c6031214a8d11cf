package dev.callboard.session;

import dev.callboard.session.timing.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The technical troubles of a class. Immutable.
 *
 * @param all in the order they came up, those taken back too, so that each has the place of its
 *     number
 */
public record Issues(List<Issue> all) {

  static final Issues NONE = new Issues(List.of());

  public Issues {
    all = List.copyOf(all);
  }

  /** Those there are, in the order they came up. */
  public Stream<Issue> known() {
    return all.stream().filter(issue -> !issue.takenBack());
  }

  /** Those that are neither fixed nor given up, what is wrong for longest first. */
  public List<Issue> open() {
    return all.stream().filter(Issue::open).sorted(Comparator.comparing(Issue::since)).toList();
  }

  /** The one of this number, unless it was taken back. */
  public Optional<Issue> find(int number) {
    return known().filter(issue -> issue.number() == number).findFirst();
  }

  /** Number of the next one. */
  public int next() {
    return all.size() + 1;
  }

  /** The time that issues can take from a class: from its start to its end, or till now. */
  public static Window classTime(Run run, Instant now) {
    Instant end = run.endedAt() == null ? run.notBeforeFacts(now) : run.endedAt();
    Instant start = run.startedAt() == null ? end : run.startedAt();
    return new Window(start, end);
  }

  Issues after(Recorded recorded) {
    return switch (recorded.event()) {
      case Event.IssueRaised raised -> raised(Issue.raised(raised, recorded));
      case Event.IssueTurned turned ->
          with(turned.issue(), issue -> issue.turned(turned, recorded));
      case Event.IssueUndone undone -> with(undone.issue(), issue -> issue.undone(undone));
      default -> this;
    };
  }

  private Issues raised(Issue issue) {
    List<Issue> more = new ArrayList<>(all);
    more.add(issue);
    return new Issues(more);
  }

  private Issues with(int number, UnaryOperator<Issue> change) {
    return new Issues(
        all.stream().map(issue -> issue.number() == number ? change.apply(issue) : issue).toList());
  }
}
