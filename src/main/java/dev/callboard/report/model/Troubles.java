package dev.callboard.report.model;

import dev.callboard.session.Issue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What did not work, in technical respect.
 *
 * @param count how many issues there were
 * @param fixed how many of them were fixed
 * @param lost the sum of what they took of the class; two at the same time count both
 * @param all in the order they came up; empty for readers who are told the counts alone
 */
public record Troubles(int count, int fixed, Duration lost, List<Trouble> all) {

  public Troubles {
    all = List.copyOf(all);
  }

  /** Of issues that are told in full. */
  static Troubles of(List<Trouble> exact) {
    WholeSeconds seconds = new WholeSeconds();
    List<Trouble> all = new ArrayList<>();
    exact.forEach(one -> all.add(one.lasting(seconds.next(one.lost()))));
    return new Troubles(
        all.size(),
        (int) all.stream().filter(one -> one.state() == Issue.State.FIXED).count(),
        all.stream().map(Trouble::lost).reduce(Duration.ZERO, Duration::plus),
        all);
  }

  /** How many there were, and no more. */
  Troubles counts() {
    return new Troubles(count, fixed, lost, List.of());
  }

  Troubles of(UnaryOperator<String> nameless) {
    return new Troubles(count, fixed, lost, all.stream().map(one -> one.of(nameless)).toList());
  }

  /** {@code 3 issues, 2 of them fixed; 9:10 lost in all.} */
  public String sentence() {
    String issues = Words.count(count, "issue");
    String state =
        count == 1
            ? fixed == 1 ? ", fixed" : ", not fixed"
            : fixed == count ? ", all of them fixed" : ", " + fixed + " of them fixed";
    return issues + state + (lost.isZero() ? "." : "; " + Words.length(lost) + " lost in all.");
  }
}
