package dev.callboard.report.deeds;

import dev.callboard.report.deeds.Deed.Kind;
import dev.callboard.report.model.Words;
import dev.callboard.session.Event.IssueRaised;
import dev.callboard.session.Event.IssueTurned;
import dev.callboard.session.Event.IssueUndone;
import dev.callboard.session.Issue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What did not work for learners, and what became of it. */
record IssueWords(Scene scene) {

  Sentence of() {
    return switch (scene.recorded().event()) {
      case IssueRaised raised ->
          new Sentence(
              Kind.TROUBLE,
              raised.segment(),
              scene.who() + " kept issue " + raised.issue() + about(raised.what()));
      case IssueTurned turned -> words(turned(turned));
      case IssueUndone undone -> words(undone(undone));
      default -> throw EventWords.unknown(scene.recorded().event());
    };
  }

  private static Sentence words(String sentence) {
    return Sentence.of(Kind.TROUBLE, sentence);
  }

  private String about(Issue.What what) {
    @Nullable String person = what.person();
    return (person == null ? "" : " of " + scene.cast().person(person))
        + ": "
        + Words.quoted(what.words());
  }

  /** {@code issue 2 (Ben Carter: “no audio, iPhone”)}. */
  private String named(int number) {
    return "issue "
        + number
        + issue(number)
            .map(Issue::what)
            .map(what ->
                " ("
                    + Optional.ofNullable(what.person())
                        .map(person -> scene.cast().person(person) + ": ")
                        .orElse("")
                    + Words.quoted(what.words())
                    + ")")
            .orElse("");
  }

  private Optional<Issue> issue(int number) {
    return scene.before().issues().find(number);
  }

  private String turned(IssueTurned turned) {
    String said = turned.text().isBlank() ? "" : ": " + Words.quoted(turned.text());
    String named = named(turned.issue());
    boolean same = issue(turned.issue()).filter(one -> one.state() == turned.state()).isPresent();
    return scene.who()
        + (same
            ? " said more of " + named
            : switch (turned.state()) {
              case OPEN -> " opened " + named + " again";
              case WAITING -> " let " + named + " wait";
              case FIXED -> " fixed " + named + after(turned.issue());
              case UNFIXABLE -> " gave up " + named;
            })
        + said;
  }

  private String after(int number) {
    return scene
        .then()
        .issues()
        .find(number)
        .map(issue -> " after " + Words.rounded(issue.lasted(issue.last().at())))
        .orElse("");
  }

  private String undone(IssueUndone undone) {
    return scene.who()
        + (undone.turn() == 0
            ? " took back " + named(undone.issue())
            : " took back what became of " + named(undone.issue()) + " last");
  }
}
