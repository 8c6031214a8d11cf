package dev.callboard.report.digest;

import dev.callboard.report.model.Words;
import java.time.Duration;

/**
 * A segment should be planned longer, or shorter, and why.
 *
 * @param planned minutes in the newest version of the plan
 * @param proposed minutes
 * @param median what it took
 * @param deliveries how many that is the median of
 * @param agreeing how many of those were off by {@link Proposals#BY} or more to the same side
 */
public record Proposal(
    String segment,
    String title,
    int planned,
    int proposed,
    Duration median,
    int deliveries,
    int agreeing) {

  public boolean longer() {
    return proposed > planned;
  }

  /**
   * {@code Plan Poll 1 at 14 minutes, not 10: median 14 over 9 deliveries of this version, 7 of
   * them over by 2 min or more}.
   */
  public String sentence() {
    return what() + ": median " + why();
  }

  /** {@code Plan Poll 1 at 14 minutes, not 10}. */
  public String what() {
    return "Plan "
        + title
        + " at "
        + proposed
        + (proposed == 1 ? " minute" : " minutes")
        + ", not "
        + planned;
  }

  /** What follows the word median. */
  public String why() {
    return Words.tenths(median)
        + " over "
        + deliveries
        + " deliveries of this version, "
        + agreeing
        + " of them "
        + (longer() ? "over" : "under")
        + " by "
        + Proposals.BY.toMinutes()
        + " min or more";
  }
}
