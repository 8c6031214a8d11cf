package dev.callboard.platform;

import org.jspecify.annotations.Nullable;

/**
 * How fast a platform may be served.
 *
 * @param lane what one conversation takes, posts and changes together
 * @param tenant what all conversations of one tenant take together
 * @param changes what of it may be edits and removals, where the platform counts these apart; null
 *     where it does not
 * @param refusal what the platform means when it says "too many"
 */
public record Pace(Rate lane, Rate tenant, @Nullable Rate changes, Refusal refusal) {

  /** What must pause when the platform took no more. */
  public enum Refusal {
    /** The conversation alone. */
    LANE,
    /** The whole tenant, as far as it does the same: post, or change posts. */
    TENANT
  }
}
