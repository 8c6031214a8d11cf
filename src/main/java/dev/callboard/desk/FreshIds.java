package dev.callboard.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.session.SessionId;
import java.time.Duration;

/**
 * Names for new classes. None is given twice, so that many people may open one plan in the same
 * second; the log decides between servers. Thread-safe.
 */
final class FreshIds {

  private final Ledger ledger;

  /** The last number given to a name, so that they are not counted through each time. */
  private final Cache<String, Integer> given =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofDays(1)).build();

  FreshIds(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The name itself for the first, then {@code name-2}, {@code name-3} … */
  SessionId next(String name) {
    Integer number =
        given.asMap().compute(name, (_, last) -> firstFree(name, last == null ? 1 : last + 1));
    return id(name, number);
  }

  private int firstFree(String name, int from) {
    int number = from;
    while (ledger.newest(id(name, number)) > 0) {
      number++;
    }
    return number;
  }

  private static SessionId id(String name, int number) {
    return new SessionId(number == 1 ? name : name + "-" + number);
  }
}
