package dev.callboard.desk;

import java.time.Instant;
import java.util.Set;

/**
 * What a class takes with its opening: everything that is kept of the meetings in its rooms. The
 * commit conflicts when by then there is more, or less.
 *
 * @param since what happened before it is left
 * @param keys of the facts that were there when it was decided
 */
public record Claim(Instant since, Set<String> keys) {

  public Claim {
    keys = Set.copyOf(keys);
  }
}
