package dev.callboard.platform.slack;

import dev.callboard.chat.Attendee;
import dev.callboard.platform.slack.SlackHuddle.What.Somebody;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * In which huddle somebody is, as far as is remembered.
 *
 * @param call empty when they are in none
 * @param since when they came into it; when they were in none, since when
 * @param until when Slack lets that end by itself, unless their client renews it; null when that is
 *     not known
 * @param told whether the desk knows that they are there; not while nobody knows the channel
 * @param vanished the huddle that they were found to be gone from at {@code since}, though no leave
 *     was told, which may still come; empty for none
 */
record SlackInside(
    String call,
    Attendee who,
    Instant since,
    @Nullable Instant until,
    boolean told,
    String vanished) {

  /**
   * A state is not taken to have run out before so long after it did: clients renew it every four
   * minutes, and Slack tells a second time after a minute what we did not take.
   */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  /** When to ask again after somebody of whom Slack does not say how long they count as there. */
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  static SlackInside of(Somebody somebody, Instant since) {
    return new SlackInside(somebody.call(), somebody.who(), since, somebody.until(), false, "");
  }

  SlackInside known() {
    return new SlackInside(call, who, since, until, true, "");
  }

  SlackInside until(Instant next) {
    return new SlackInside(call, who, since, next, told, vanished);
  }

  SlackInside gone(Instant at) {
    return new SlackInside("", who, at, null, false, call);
  }

  boolean in(String huddle) {
    return call.equals(huddle);
  }

  /** Whether what is told was overtaken by what came before it. */
  boolean overtakes(Instant at) {
    return at.isBefore(since);
  }

  /** Whether it takes back that they were gone: their client had renewed it, and we hear late. */
  boolean takenBack(Somebody somebody, Instant at) {
    Instant lasts = somebody.until() == null ? at : somebody.until();
    return !vanished.isEmpty() && somebody.call().equals(vanished) && lasts.isAfter(since);
  }

  /** Whether it tells of the leave that was missed, though late. */
  boolean leavesLate(Somebody somebody) {
    return !vanished.isEmpty() && !somebody.call().equals(vanished);
  }

  SlackInside settled() {
    return new SlackInside(call, who, since, until, told, "");
  }

  /** Whether the message of a huddle that names them tells of something new. */
  boolean comes(String huddle, Instant at) {
    return !in(huddle) && !vanished.equals(huddle) && !overtakes(at);
  }

  /** Whether it is time to ask Slack whether they are there still. */
  boolean doubtful(Instant now) {
    return until == null || now.isAfter(until.plus(SILENCE));
  }

  /**
   * When they were there last, by what Slack says now; null while they may still be there. They
   * left then, or up to a few minutes before: no longer than a state lasts that is not renewed.
   */
  @Nullable Instant vanished(HuddleState says, Instant now) {
    if (says.said() && says.call().equals(call)) {
      Instant lasts = says.until();
      return lasts == null || !now.isAfter(lasts.plus(SILENCE)) ? null : after(lasts);
    }
    if (until != null) {
      return after(until.isBefore(now) ? until : now);
    }
    return says.said() ? after(now) : null;
  }

  /** Never the very instant at which they came, which would take it back. */
  private Instant after(Instant at) {
    return at.isAfter(since) ? at : since.plusMillis(1);
  }

  /**
   * Still there, by what Slack says now. Of whom it says nothing, as of people of other
   * organisations, is asked no more: the end of the huddle tells.
   */
  SlackInside confirmed(HuddleState says, Instant now) {
    if (!says.said()) {
      return until(NEVER);
    }
    return until(says.until() == null ? now.plus(AGAIN) : says.until());
  }
}
