package dev.callboard.session.timing;

import dev.callboard.session.Event.Missed;
import dev.callboard.session.Event.Reached;
import dev.callboard.session.Event.Rearmed;
import dev.callboard.session.Said;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Mark.Kind;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which timing prompts are due. Pure, and linear in the segments of the class. */
public final class Prompts {

  /** A mark is said again only when more than this was given back. */
  static final Duration GIVEN_BACK = Duration.ofMinutes(1);

  /** What the clock had to say for so long is of no use any more, as it is in the outbox. */
  private static final Duration USEFUL = Duration.ofMinutes(30);

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

  /**
   * What the clock finds when it rings.
   *
   * @param prompts due now, one a person at most
   * @param stale marks that are overdue for so long that they are not said: a server was away for a
   *     long time, or the plan is for another day. What people asked for is said however late, for
   *     only they know what it is worth. To be written down
   */
  public record Ring(List<Prompt> prompts, Optional<Missed> stale) {
    public Ring {
      prompts = List.copyOf(prompts);
    }
  }

  /** What is due now. */
  public static Ring ring(Session session, Instant asked) {
    Instant now = session.run().notBeforeFacts(asked);
    List<Mark> all = Marks.of(session, now);
    return new Ring(due(session, all, now), stale(session, all, now));
  }

  private static List<Prompt> due(Session session, List<Mark> all, Instant now) {
    return byPerson(all, mark -> open(session, mark) && !stale(session, mark, now)).stream()
        .map(open -> Group.of(open, now))
        .filter(group -> !group.at().isAfter(now))
        .map(group -> prompt(session, group, now))
        .toList();
  }

  /** When something is due next; empty when nothing is until something happens. */
  public static Optional<Instant> next(Session session, Instant asked) {
    Instant now = session.run().notBeforeFacts(asked);
    return byPerson(Marks.of(session, now), mark -> open(session, mark)).stream()
        .map(open -> Group.of(open, now).at())
        .min(Comparator.naturalOrder());
  }

  private static Optional<Missed> stale(Session session, List<Mark> all, Instant now) {
    List<Reached> stale =
        all.stream()
            .filter(mark -> open(session, mark) && stale(session, mark, now))
            .map(mark -> new Reached(mark.key(), mark.due()))
            .toList();
    return stale.isEmpty() ? Optional.empty() : Optional.of(new Missed(stale));
  }

  private static boolean stale(Session session, Mark mark, Instant now) {
    return mark.kind() != Kind.ASKED
        && mark.due().plus(USEFUL).isBefore(now)
        && dueSince(session, mark, now).plus(USEFUL).isBefore(now);
  }

  /** What a prompt would say if it were wanted again then; empty when there is nothing to say. */
  public static Optional<Mark> again(Session session, Said said, Instant then, Instant now) {
    Timeline timeline = Timeline.of(session.plan(), session.run(), now);
    return new Again(session, timeline, said, then).mark();
  }

  /**
   * Which marks already said lie ahead again, by more than a minute, since a change gave time back.
   * To be written down with the change.
   */
  public static Optional<Rearmed> rearmed(Session session, Instant asked) {
    Instant now = session.run().notBeforeFacts(asked);
    List<String> ahead =
        Marks.ofRunningSegment(session, now).stream()
            .filter(mark -> mark.due().isAfter(now.plus(GIVEN_BACK)))
            .filter(mark -> movedOn(mark, session.prompts().reached().get(mark.key())))
            .map(Mark::key)
            .toList();
    return ahead.isEmpty() ? Optional.empty() : Optional.of(new Rearmed(ahead));
  }

  private static boolean movedOn(Mark mark, @Nullable Instant before) {
    return before != null && mark.due().isAfter(before.plus(GIVEN_BACK));
  }

  /**
   * Marks that will not be said any more because of a change: those that were due but not said when
   * their segment was left, those that a person in quiet did not hear when they listen again, and
   * what was wanted for later when the class ends. To be written down with the change.
   */
  public static Optional<Missed> missed(Session before, Session after, Instant now) {
    if (before.segment().equals(after.segment()) && !listensAgain(before, after)) {
      return Optional.empty();
    }
    Set<String> still =
        Stream.concat(unsaid(after, now), unheard(after, now))
            .map(Mark::key)
            .collect(Collectors.toUnmodifiableSet());
    List<Reached> idle =
        Stream.of(unsaid(before, now), unheard(before, now), ahead(before, after, now))
            .flatMap(marks -> marks)
            .filter(mark -> !still.contains(mark.key()))
            .map(mark -> new Reached(mark.key(), mark.due()))
            .toList();
    return idle.isEmpty() ? Optional.empty() : Optional.of(new Missed(idle));
  }

  private static boolean listensAgain(Session before, Session after) {
    return !after
        .prompts()
        .quietSince()
        .keySet()
        .containsAll(before.prompts().quietSince().keySet());
  }

  /** Marks that are due now, and would be said at the next ring. */
  private static Stream<Mark> unsaid(Session session, Instant now) {
    return ring(session, now).prompts().stream()
        .flatMap(prompt -> Stream.concat(prompt.marks().stream(), prompt.passed().stream()))
        .filter(mark -> !mark.due().isAfter(now));
  }

  /** Marks that were due while the person is in quiet. */
  private static Stream<Mark> unheard(Session session, Instant now) {
    return byPerson(Marks.of(session, now), mark -> !said(session, mark)).stream()
        .flatMap(List::stream)
        .filter(mark -> session.prompts().quietSince().containsKey(mark.to()))
        .filter(mark -> mark.kind() != Kind.ASKED && !mark.due().isAfter(now));
  }

  private static Stream<Mark> ahead(Session before, Session after, Instant now) {
    return after.run().ended() && !before.run().ended()
        ? wanted(before, now).stream()
        : Stream.of();
  }

  /** What somebody asked for, or put off, and that still lies ahead; the earliest first. */
  public static List<Mark> wanted(Session session, Instant asked) {
    Instant now = session.run().notBeforeFacts(asked);
    return Marks.of(session, now).stream()
        .filter(mark -> mark.kind() == Kind.ASKED || mark.again())
        .filter(mark -> mark.due().isAfter(now) && open(session, mark))
        .sorted(Comparator.comparing(Mark::due))
        .toList();
  }

  /** Everything still to be said as things stand, the earliest first. */
  public static List<Mark> coming(Session session, Instant asked) {
    Instant now = session.run().notBeforeFacts(asked);
    return byPerson(Marks.of(session, now), mark -> open(session, mark)).stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Mark::due))
        .toList();
  }

  private static boolean said(Session session, Mark mark) {
    return session.prompts().reached().containsKey(mark.key());
  }

  /** Whether it is still to be said: quiet keeps back what the clock says, not what people ask. */
  private static boolean open(Session session, Mark mark) {
    return !said(session, mark)
        && (mark.kind() == Kind.ASKED || session.prompts().listens(mark.to(), mark.due()));
  }

  /** Marks still to be said, the earliest first, by person. */
  private static Collection<List<Mark>> byPerson(List<Mark> all, Predicate<Mark> open) {
    List<Mark> ordered =
        all.stream().sorted(Comparator.comparing(Mark::due).thenComparing(Mark::kind)).toList();
    Set<String> spoken = new HashSet<>();
    Map<String, List<Mark>> byPerson = new LinkedHashMap<>();
    for (Mark mark : ordered.reversed()) {
      String family = mark.to() + " " + mark.family();
      if (!open.test(mark)) {
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
    return new Prompt(said.getFirst().to(), said, passed, late(session, group.at(), said, now));
  }

  /** By how much the earliest of what is said is late; what is passed over does not count. */
  private static Duration late(Session session, Instant at, List<Mark> said, Instant now) {
    Instant since =
        said.stream()
            .map(mark -> dueSince(session, mark, now))
            .min(Comparator.naturalOrder())
            .filter(first -> first.isAfter(at)) // else it waited for what it was to be said with
            .orElse(at);
    return since.isBefore(now) ? Duration.between(since, now) : Duration.ZERO;
  }

  /** A change can bring a mark into the past; only from then on it is late. */
  private static Instant dueSince(Session session, Mark mark, Instant now) {
    Instant moved = movedSince(session, mark, now);
    Instant wished = Wished.since(session, mark);
    return wished.isAfter(moved) && !wished.isAfter(now) ? wished : moved;
  }

  private static Instant movedSince(Session session, Mark mark, Instant now) {
    Instant changed = session.run().asOf();
    if (changed == null || !changed.isAfter(mark.due()) || changed.isAfter(now)) {
      return mark.due();
    }
    return session.beforeChange().stream()
            .flatMap(before -> Marks.of(before, changed).stream())
            .filter(old -> old.key().equals(mark.key()) && old.to().equals(mark.to()))
            .anyMatch(old -> old.due().isBefore(changed))
        ? mark.due()
        : changed;
  }
}
