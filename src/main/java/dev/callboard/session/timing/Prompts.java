package dev.callboard.session.timing;

import dev.callboard.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which timing prompts are due. Pure, and linear in the segments of the class. */
public final class Prompts {

  private Prompts() {}

  /**
   * What one person must be told now.
   *
   * @param marks in the order they are to be said in
   * @param passed marks that need not be said any more
   * @param late how long ago it should have been said
   */
  public record Prompt(String to, List<Mark> marks, List<Mark> passed, Duration late) {
    public Prompt {
      marks = List.copyOf(marks);
      passed = List.copyOf(passed);
    }
  }

  /** The prompts due now, one a person at most. */
  public static List<Prompt> due(Session session, Instant asked) {
    Instant now = session.run().notBeforeFacts(asked);
    return byPerson(session, now).stream()
        .map(open -> Group.of(open, now))
        .filter(group -> !group.at().isAfter(now))
        .map(group -> prompt(session, group, now))
        .toList();
  }

  /** When something is due next; empty when nothing is until something happens. */
  public static Optional<Instant> next(Session session, Instant asked) {
    Instant now = session.run().notBeforeFacts(asked);
    return byPerson(session, now).stream()
        .map(open -> Group.of(open, now).at())
        .min(Comparator.naturalOrder());
  }

  /** Marks still to be said, the earliest first, by person. */
  private static Collection<List<Mark>> byPerson(Session session, Instant now) {
    List<Mark> all =
        Marks.of(session, now).stream()
            .sorted(Comparator.comparing(Mark::due).thenComparing(Mark::kind))
            .toList();
    Set<String> spoken = new HashSet<>();
    Map<String, List<Mark>> byPerson = new LinkedHashMap<>();
    for (Mark mark : all.reversed()) {
      String family = mark.to() + " " + mark.family();
      if (!session.prompts().open(mark.key(), mark.due(), mark.to())) {
        spoken.add(family);
      } else if (!spoken.contains(family)) { // else a change brought it before what was said
        byPerson.computeIfAbsent(mark.to(), _ -> new ArrayList<>()).addFirst(mark);
      }
    }
    return byPerson.values();
  }

  private static Prompt prompt(Session session, Group group, Instant now) {
    Map<String, Mark> newest = new LinkedHashMap<>();
    group.marks().forEach(mark -> newest.put(mark.family(), mark));
    List<Mark> said = newest.values().stream().sorted(Comparator.comparing(Mark::kind)).toList();
    List<Mark> passed = group.marks().stream().filter(mark -> !said.contains(mark)).toList();
    return new Prompt(said.getFirst().to(), said, passed, late(session, group.at(), now));
  }

  /** A change of the clock can bring a mark into the past; only from then on it is late. */
  private static Duration late(Session session, Instant at, Instant now) {
    Instant changed = session.run().asOf();
    Instant since = changed != null && changed.isAfter(at) ? changed : at;
    return since.isBefore(now) ? Duration.between(since, now) : Duration.ZERO;
  }
}
