package dev.callboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Spreads what is asked of one account of a platform, for many classes end at the same minute.
 * Whoever comes is told when it is their turn, comes again then, and holds nobody up meanwhile.
 * When the account refuses, everybody's turn is after the time it named. Turns are forgotten with
 * the process, and asked for anew. Thread-safe.
 *
 * @param <T> by what somebody is known when they come again
 */
final class Queue<T> {

  /** Long after its turn nobody comes any more. */
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private static final int MOST = 100_000;

  private final Duration between;
  private final InstantSource clock;
  private final Cache<T, Instant> turns =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FORGOTTEN).build();
  private Instant free = Instant.MIN;
  private Instant closed = Instant.MIN;

  /** The last turn. Those who come late for theirs do not come all at once. */
  private Instant taken = Instant.MIN;

  /**
   * @param between one turn and the next
   */
  Queue(Duration between, InstantSource clock) {
    this.between = between;
    this.clock = clock;
  }

  /** When it is somebody's turn; empty when that is now, and then it is over. */
  synchronized Optional<Instant> turn(T who) {
    Instant now = clock.instant();
    Instant turn = turns.getIfPresent(who);
    boolean crowded = now.isBefore(taken.plus(between.dividedBy(2)));
    if (turn == null || turn.isBefore(closed) || (crowded && !turn.isAfter(now))) {
      turn = latest(crowded ? taken.plus(between) : now, latest(free, closed));
      free = turn.plus(between);
    }
    if (turn.isAfter(now)) {
      turns.put(who, turn);
      return Optional.of(turn);
    }
    turns.invalidate(who);
    taken = now;
    return Optional.empty();
  }

  /** Nobody's turn is before this time is over. */
  synchronized void refused(Duration wait) {
    closed = latest(closed, clock.instant().plus(wait));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
