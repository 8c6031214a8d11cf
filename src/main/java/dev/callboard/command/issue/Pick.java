package dev.callboard.command.issue;

import dev.callboard.chat.Brief;
import dev.callboard.chat.Button;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.CommandException;
import dev.callboard.command.IssueWords;
import dev.callboard.command.roll.Learners;
import dev.callboard.command.roll.NameFirst;
import dev.callboard.plan.Member;
import dev.callboard.session.Issue;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which issue a line is about, and what it says of it: by its number, whom it troubles, or a word
 * of what is wrong; by nothing where only one is open. Never guesses between two.
 *
 * @param rest what stands behind that
 */
record Pick(Issue issue, String rest) {

  private static final int OFFERED = 5;
  private static final int LABEL = 30;

  private static final Pattern NUMBERED =
      Pattern.compile("#?(\\d{1,6})(?:[\\s,:]+(.*))?", Pattern.DOTALL);

  /**
   * Finds it.
   *
   * @param word of the command, for buttons when it is not sure
   */
  static Pick of(Session session, String typed, String word) {
    String line = typed.strip();
    Matcher numbered = NUMBERED.matcher(line);
    if (numbered.matches()) {
      return numbered(session, numbered, word);
    }
    List<Issue> open = session.issues().open();
    if (line.isEmpty()) {
      return new Pick(only(session, open, word, ""), "");
    }
    return byPerson(session, line, word)
        .or(() -> byWord(session, open, line, word))
        .orElseGet(() -> {
          throw open.isEmpty() ? none(session) : which(session, open, word, line);
        });
  }

  private static Pick numbered(Session session, Matcher numbered, String word) {
    int number = Integer.parseInt(numbered.group(1));
    String rest = Optional.ofNullable(numbered.group(2)).orElse("").strip();
    return session
        .issues()
        .find(number)
        .map(issue -> new Pick(issue, rest))
        .orElseThrow(() ->
            new CommandException(
                "There is no issue " + number + ".",
                buttons(session, session.issues().open(), word, rest)));
  }

  /** Of somebody's issues the open one; when none is, the newest, of which there may be more. */
  private static Optional<Pick> byPerson(Session session, String line, String word) {
    List<Member> people = people(session);
    NameFirst first = NameFirst.of(line, people);
    boolean meant =
        !Learners.called(people, first.name()).isEmpty()
            || !Learners.like(people, first.name()).isEmpty();
    if (!meant) {
      return Optional.empty();
    }
    Member person =
        Learners.named(session, people, first.name(), key -> word + " " + key + " " + first.rest());
    List<Issue> theirs = session.issues().known().filter(isOf(person)).toList();
    List<Issue> open = theirs.stream().filter(Issue::open).toList();
    Issue issue = open.isEmpty() ? theirs.getLast() : only(session, open, word, first.rest());
    return Optional.of(new Pick(issue, first.rest()));
  }

  private static Predicate<Issue> isOf(Member person) {
    return issue -> person.key().equals(issue.person());
  }

  private static List<Member> people(Session session) {
    return session.plan().people().stream()
        .filter(person -> session.issues().known().anyMatch(isOf(person)))
        .toList();
  }

  /** By the first word, where it is one of those that say what is wrong. */
  private static Optional<Pick> byWord(
      Session session, List<Issue> open, String line, String word) {
    NameFirst first = NameFirst.of(line, List.of());
    String wanted = first.name().toLowerCase(Locale.ROOT);
    List<Issue> found =
        open.stream()
            .filter(issue ->
                List.of(issue.what().words().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                    .contains(wanted))
            .toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Pick(only(session, found, word, first.rest()), first.rest()));
  }

  private static Issue only(Session session, List<Issue> issues, String word, String rest) {
    if (issues.isEmpty()) {
      throw none(session);
    }
    if (issues.size() > 1) {
      throw which(session, issues, word, rest);
    }
    return issues.getFirst();
  }

  private static CommandException none(Session session) {
    return new CommandException(
        "No issue is open.", Buttons.plain(session.id(), "Issues", "issues"));
  }

  private static CommandException which(
      Session session, List<Issue> issues, String word, String rest) {
    return new CommandException("Which issue?", buttons(session, issues, word, rest));
  }

  private static Button[] buttons(Session session, List<Issue> issues, String word, String rest) {
    return issues.stream()
        .limit(OFFERED)
        .map(issue ->
            Buttons.plain(
                session.id(),
                label(session, issue),
                (word + " " + issue.number() + " " + rest).strip()))
        .toArray(Button[]::new);
  }

  /** {@code 2 Ben: no audio, iPhone}, as long as a button may be. */
  private static String label(Session session, Issue issue) {
    String who =
        IssueWords.who(session, issue).map(name -> name.split(" ", 2)[0] + ": ").orElse("");
    return Brief.of(issue.number() + " " + who + issue.what().words(), LABEL);
  }

  /** The issue as it is named in an answer. */
  static Line named(Session session, Issue issue) {
    return Line.of("Issue " + issue.number() + ", ").strong(IssueWords.about(session, issue));
  }
}
