package dev.callboard.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What cannot be done by one and the same person, or in one and the same room: spans of time that
 * overlap, or leave too little between them. Instants alone count, so zones, midnight and changes
 * of the clock are none of its business.
 */
public final class Clashes {

  /** So many are named of one span; whoever has more of them needs no list. */
  static final int NAMED = 3;

  private Clashes() {}

  /**
   * A span of time that is taken.
   *
   * @param id unique among those compared
   * @param to after {@code from}; not part of it
   */
  public record Busy(String id, Instant from, Instant to) {
    public Busy {
      if (!to.isAfter(from)) {
        throw new IllegalArgumentException("to: " + to + " (expected: after " + from + ")");
      }
    }
  }

  /**
   * One span in the way of another.
   *
   * @param other that one
   * @param between what lies between both; negative when they overlap, by so much
   */
  public record Clash(Busy other, Duration between) {}

  /**
   * All that is in the way of one span.
   *
   * @param worst among those before it that end last and those after it that begin first, the few
   *     with least between, the worst first
   * @param count of all, also those not named
   */
  public record Found(List<Clash> worst, int count) {
    public Found {
      worst = List.copyOf(worst);
    }
  }

  /**
   * What clashes with what, by id; without those that nothing is in the way of. Two spans clash
   * when less than {@code room} lies between them: with none needed, when they overlap. In n log n,
   * however many overlap.
   */
  public static Map<String, Found> of(Collection<Busy> spans, Duration room) {
    List<Busy> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparing(Busy::from).thenComparing(Busy::id));
    TreeSet<Busy> running = new TreeSet<>(Comparator.comparing(Busy::to).thenComparing(Busy::id));
    Map<String, Found> found = new HashMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      Busy one = sorted.get(i);
      while (!running.isEmpty() && clear(running.first(), one, room)) {
        running.pollFirst();
      }
      int end = firstClear(sorted, i, room);
      int count = running.size() + end - i - 1;
      if (count > 0) {
        List<Busy> near = new ArrayList<>(sorted.subList(i + 1, Math.min(end, i + 1 + NAMED)));
        Iterator<Busy> longest = running.descendingIterator();
        for (int taken = 0; taken < NAMED && longest.hasNext(); taken++) {
          near.add(longest.next());
        }
        found.put(one.id(), new Found(worst(one, near), count));
      }
      running.add(one);
    }
    return found;
  }

  /** Whether the one that begins no earlier than the other is far enough behind it. */
  private static boolean clear(Busy earlier, Busy later, Duration room) {
    return !later.from().isBefore(earlier.to().plus(room));
  }

  /** The first of those behind that the span is clear of, and so of all behind it. */
  private static int firstClear(List<Busy> sorted, int index, Duration room) {
    int low = index + 1;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (clear(sorted.get(index), sorted.get(middle), room)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static List<Clash> worst(Busy one, List<Busy> others) {
    return others.stream()
        .map(other -> new Clash(other, between(one, other)))
        .sorted(Comparator.comparing(Clash::between).thenComparing(clash -> clash.other().id()))
        .limit(NAMED)
        .toList();
  }

  private static Duration between(Busy one, Busy other) {
    Instant begins = one.from().isAfter(other.from()) ? one.from() : other.from();
    Instant ends = one.to().isBefore(other.to()) ? one.to() : other.to();
    return Duration.between(ends, begins);
  }
}
