package dev.callboard.session.timing;

import dev.callboard.session.timing.Mark.Precision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Marks that are said to one person in one go, because they fall close together.
 *
 * <p>What must be said on the second is, and takes with it whatever lies within half a minute of it
 * and may come a little early or late; of two such seconds the nearer. What is left makes way for
 * each other: all that follow each other closely are one message if one of them lies within half a
 * minute of all, else the first takes what lies within half a minute after it. So nothing is said
 * more than half a minute from its time, and two messages are farther apart than that, unless both
 * must be on their second.
 *
 * @param at when
 * @param marks the earliest first
 */
record Group(Instant at, List<Mark> marks) {

  private static final Duration CLOSE = Duration.ofSeconds(30);

  /**
   * The next group of a person. All that is overdue is one group.
   *
   * @param open the person's marks, the earliest first, at least one
   */
  static Group of(List<Mark> open, Instant now) {
    List<Instant> anchors = anchors(open);
    Group next = earliest(anchors, open);
    if (!next.at().isBefore(now)) {
      return next;
    }
    anchors.addFirst(now);
    return new Group(next.at(), open.stream().filter(mark -> comes(mark, anchors, now)).toList());
  }

  /** Whether it is said now, with what is overdue. */
  private static boolean comes(Mark mark, List<Instant> anchors, Instant now) {
    return !mark.due().isAfter(now)
        || (mark.precision() == Precision.LOOSE && now.equals(nearest(anchors, mark)));
  }

  /**
   * The seconds that others come to: those that must be exact, and what is near to none of them.
   */
  private static List<Instant> anchors(List<Mark> open) {
    List<Instant> anchors = dues(open, mark -> mark.precision() == Precision.EXACT);
    List<Instant> alone =
        dues(
            open,
            mark ->
                mark.precision() == Precision.NEAR
                    && anchors.stream().noneMatch(anchor -> close(anchor, mark.due())));
    anchors.addAll(alone);
    anchors.sort(Comparator.naturalOrder());
    return anchors;
  }

  private static List<Instant> dues(List<Mark> open, Predicate<Mark> which) {
    return new ArrayList<>(open.stream().filter(which).map(Mark::due).distinct().toList());
  }

  private static Group earliest(List<Instant> anchors, List<Mark> open) {
    List<Mark> free = open.stream().filter(mark -> nearest(anchors, mark) == null).toList();
    if (anchors.isEmpty()) {
      return ofLoose(free);
    }
    Instant first = anchors.getFirst();
    return !free.isEmpty() && free.getFirst().due().isBefore(first)
        ? ofLoose(free)
        : new Group(
            first, open.stream().filter(mark -> first.equals(nearest(anchors, mark))).toList());
  }

  /** The second that a mark comes to, the earlier of two as near; null when none is close. */
  private static @Nullable Instant nearest(List<Instant> anchors, Mark mark) {
    return anchors.stream()
        .filter(anchor -> close(anchor, mark.due()))
        .min(Comparator.comparing(anchor -> Duration.between(anchor, mark.due()).abs()))
        .orElse(null);
  }

  /** The first of those that need not be exact, and what comes with it. */
  private static Group ofLoose(List<Mark> free) {
    List<Mark> chain = new ArrayList<>();
    for (Mark mark : free) {
      if (chain.isEmpty() || close(chain.getLast().due(), mark.due())) {
        chain.add(mark);
      } else {
        break;
      }
    }
    Instant first = chain.getFirst().due();
    Instant last = chain.getLast().due();
    Instant at =
        chain.stream()
            .map(Mark::due)
            .filter(due -> close(first, due) && close(due, last))
            .findFirst()
            .orElse(first);
    return new Group(at, chain.stream().filter(mark -> close(at, mark.due())).toList());
  }

  private static boolean close(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(CLOSE) <= 0;
  }
}
