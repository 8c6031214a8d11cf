package dev.callboard.session.attendance;

import dev.callboard.session.attendance.Spans.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many who dropped at once: a network or a platform failed, not they.
 *
 * @param from the first of the leaves
 * @param to the last
 * @param people how many
 */
public record Storm(Instant from, Instant to, int people) {

  private static final Duration WINDOW = Duration.ofSeconds(60);

  /** Fewer than so many drop by chance. */
  private static final int FEWEST = 3;

  /** The share of those present that must drop, as one in so many. */
  private static final long ONE_IN = 4;

  /** From so long before the end on people go home. */
  private static final Duration HOME_TIME = Duration.ofMinutes(1);

  /**
   * Finds mass drops.
   *
   * @param everybody when each person was there
   * @param end after which leaving is natural; null while the class goes on
   */
  static List<Storm> of(Collection<Person> everybody, @Nullable Instant end) {
    List<Instant> leaves =
        everybody.stream()
            .flatMap(person -> leaves(person, end).stream())
            .sorted(Comparator.naturalOrder())
            .toList();
    if (leaves.size() < FEWEST) {
      return List.of();
    }
    List<Storm> storms = new ArrayList<>();
    int first = 0;
    for (int last = 0; last < leaves.size(); last++) {
      while (Duration.between(leaves.get(first), leaves.get(last)).compareTo(WINDOW) > 0) {
        first++;
      }
      int dropped = last - first + 1;
      if (dropped >= FEWEST && dropped * ONE_IN >= present(everybody, leaves.get(first))) {
        add(storms, new Storm(leaves.get(first), leaves.get(last), dropped));
      }
    }
    return storms;
  }

  private static List<Instant> leaves(Person person, @Nullable Instant end) {
    return person.spans().all().stream()
        .map(Span::to)
        .filter(to -> told(person, to))
        .filter(to -> end == null || to.isBefore(end.minus(HOME_TIME)))
        .toList();
  }

  private static boolean told(Person person, Instant to) {
    return person.stretches().stream()
        .anyMatch(stretch -> stretch.to().equals(to) && stretch.end() == Stretch.End.TOLD);
  }

  /** How many were there just before. */
  private static long present(Collection<Person> everybody, Instant at) {
    Instant before = at.minusNanos(1);
    return everybody.stream().filter(person -> person.spans().contains(before)).count();
  }

  private static void add(List<Storm> storms, Storm storm) {
    Storm last = storms.isEmpty() ? null : storms.getLast();
    if (last == null || storm.from().isAfter(last.to())) {
      storms.add(storm);
      return;
    }
    int more = storm.people() + (storm.from().equals(last.from()) ? 0 : 1);
    storms.set(
        storms.size() - 1, new Storm(last.from(), storm.to(), Math.max(last.people() + 1, more)));
  }

  /** Whether a leave was one of it. */
  boolean includes(Instant leave) {
    return !leave.isBefore(from) && !leave.isAfter(to);
  }
}
