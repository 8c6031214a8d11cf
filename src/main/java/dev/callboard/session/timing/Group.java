package dev.callboard.session.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Marks that are said to one person in one go, because they fall close together.
 *
 * @param at when
 * @param marks the earliest first
 */
record Group(Instant at, List<Mark> marks) {

  private static final Duration CLOSE = Duration.ofSeconds(30);

  /**
   * The next group of a person. What must be said on the second decides when; what may come a
   * little early or late comes with it. All that is overdue is one group.
   *
   * @param open the person's marks, the earliest first, at least one
   */
  static Group of(List<Mark> open, Instant now) {
    Instant first = open.getFirst().due();
    Instant close = first.plus(CLOSE);
    Instant at =
        open.stream()
            .filter(mark -> mark.exact() && !mark.due().isAfter(close))
            .map(Mark::due)
            .findFirst()
            .orElse(first);
    Instant until = now.isAfter(at) ? now : at;
    List<Mark> marks =
        open.stream()
            .filter(
                mark -> !mark.due().isAfter(until) || (!mark.exact() && !mark.due().isAfter(close)))
            .toList();
    return new Group(at, marks);
  }
}
