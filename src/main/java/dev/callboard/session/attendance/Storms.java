package dev.callboard.session.attendance;

import dev.callboard.session.attendance.Spans.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds mass drops in when everybody was there. */
final class Storms {

  private static final Duration WINDOW = Duration.ofSeconds(60);

  /** Fewer than so many drop by chance. */
  private static final int FEWEST = 3;

  /** The share of those present that must drop, as one in so many. */
  private static final long ONE_IN = 4;

  /** From so long before an end on people go home. */
  private static final Duration HOME_TIME = Duration.ofMinutes(1);

  /** A class that runs over loses those who planned on its end. */
  private static final Duration LINGERING = Duration.ofMinutes(5);

  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private final List<Leave> leaves;
  private final Instant[] froms;
  private final Instant[] tos;

  /** One person's going, told and not just a move. */
  private record Leave(Instant at, int person) {}

  /** Leaves that are one storm, by their places in the order; both are in it. */
  private record Run(int first, int last) {}

  /**
   * Over these people.
   *
   * @param crowd when each person was there
   * @param homeTimes when it is natural to leave
   */
  Storms(List<Person> crowd, Spans homeTimes, Instant now) {
    leaves = new ArrayList<>();
    for (int i = 0; i < crowd.size(); i++) {
      for (Instant at : leaves(crowd.get(i))) {
        if (!homeTimes.contains(at) && !at.plus(Roll.MOVING).isAfter(now)) {
          leaves.add(new Leave(at, i));
        }
      }
    }
    leaves.sort(Comparator.comparing(Leave::at));
    froms = sorted(spans(crowd).map(Span::from));
    tos = sorted(spans(crowd).map(Span::to));
  }

  /**
   * When it is natural to leave: around the end of a meeting and of the class, as planned or told.
   */
  static Spans homeTimes(Register register) {
    List<Span> all = new ArrayList<>();
    for (Holding holding : register.holdings().values()) {
      holding.over().left().forEach(over -> all.add(around(over, over.plus(HOME_TIME))));
    }
    Course course = register.course();
    if (course.planned() != null) {
      Instant end = course.planned().to();
      all.add(around(end, end.plus(LINGERING)));
    }
    if (course.ended() != null) {
      all.add(around(course.ended(), NEVER));
    }
    return Spans.union(all, Duration.ZERO);
  }

  private static Span around(Instant end, Instant until) {
    return new Span(end.minus(HOME_TIME), until);
  }

  private static Stream<Span> spans(List<Person> crowd) {
    return crowd.stream().flatMap(person -> person.spans().all().stream());
  }

  private static Instant[] sorted(Stream<Instant> instants) {
    return instants.sorted().toArray(Instant[]::new);
  }

  private static List<Instant> leaves(Person person) {
    return person.spans().all().stream()
        .map(Span::to)
        .filter(to ->
            person.stretches().stream()
                .anyMatch(stretch -> stretch.to().equals(to) && stretch.end() == Stretch.End.TOLD))
        .toList();
  }

  List<Storm> all() {
    List<Run> runs = new ArrayList<>();
    Map<Integer, Integer> dropped = new HashMap<>();
    int first = 0;
    for (int last = 0; last < leaves.size(); last++) {
      dropped.merge(leaves.get(last).person(), 1, Integer::sum);
      while (leaves.get(first).at().plus(WINDOW).isBefore(leaves.get(last).at())) {
        dropped.computeIfPresent(leaves.get(first).person(), (_, n) -> n == 1 ? null : n - 1);
        first++;
      }
      if (dropped.size() >= FEWEST
          && dropped.size() * ONE_IN >= presentBefore(leaves.get(first).at())) {
        add(runs, new Run(first, last));
      }
    }
    return runs.stream().map(this::storm).toList();
  }

  /** How many were there just before; nobody's own spans overlap. */
  private int presentBefore(Instant at) {
    return below(froms, at) - below(tos, at);
  }

  private static int below(Instant[] sorted, Instant at) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle].isBefore(at)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static void add(List<Run> runs, Run run) {
    if (!runs.isEmpty() && run.first() <= runs.getLast().last()) {
      runs.set(runs.size() - 1, new Run(runs.getLast().first(), run.last()));
    } else {
      runs.add(run);
    }
  }

  private Storm storm(Run run) {
    List<Leave> its = leaves.subList(run.first(), run.last() + 1);
    long people = its.stream().mapToInt(Leave::person).distinct().count();
    return new Storm(its.getFirst().at(), its.getLast().at(), (int) people);
  }
}
