package dev.callboard.outbox;

import dev.callboard.chat.Destination;
import dev.callboard.chat.Importance;
import dev.callboard.chat.Outgoing;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a message that failed is tried again. Pure. */
final class Retry {

  /** After this time a message about a live class is of no use any more. */
  static final Duration LIFE = Duration.ofMinutes(30);

  /** A program reads what it is told whenever it is back. */
  static final Duration LIFE_OF_WEBHOOKS = Duration.ofHours(24);

  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** The pauses of a prompt grow so often: it must not wait long for a platform that is back. */
  private static final int OFTEN = 3;

  private Retry() {}

  /**
   * When to try again; empty when never.
   *
   * <p>A post that may have arrived is not sent again: said twice in front of a class is worse than
   * a producer asked to look. Edits and removals can be repeated without harm.
   *
   * <p>A prompt that would come too late is given up at once, so that it can take another way.
   *
   * @param chance from 0 to 1, spreads the tries of many messages
   */
  static Optional<Instant> next(
      Entry entry, PlatformException failure, Instant now, double chance) {
    boolean twice = failure.kind() == Kind.UNCERTAIN && entry.change() instanceof Outgoing.Post;
    if (twice || !failure.kind().worthRetrying()) {
      return Optional.empty();
    }
    boolean prompt = entry.change().importance() == Importance.PROMPT;
    int attempts = prompt ? Math.min(entry.attempts(), OFTEN) : entry.attempts();
    Instant due = now.plus(failure.retryAfter().orElseGet(() -> pause(attempts, chance)));
    boolean tooLate =
        due.isAfter(entry.committed().plus(life(entry))) || (prompt && entry.expired(due));
    return tooLate ? Optional.empty() : Optional.of(due);
  }

  /** How long it is of use. */
  static Duration life(Entry entry) {
    return entry.change().to().platform().equals(Destination.WEBHOOK) ? LIFE_OF_WEBHOOKS : LIFE;
  }

  /** 1 s, 2 s, 4 s … up to two minutes, each shortened by chance to no less than half. */
  static Duration pause(int attempts, double chance) {
    Duration full = Duration.ofSeconds(1L << Math.min(attempts, 10));
    Duration capped = full.compareTo(LONGEST) > 0 ? LONGEST : full;
    return Duration.ofMillis((long) (capped.toMillis() * (0.5 + chance / 2)));
  }
}
