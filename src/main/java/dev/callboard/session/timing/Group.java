package dev.callboard.session.timing;

import static java.util.Comparator.reverseOrder;

import dev.callboard.session.timing.Mark.Precision;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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
   * The next group of a person. The most precise of what falls close together decides when; what is
   * less precise than that comes with it. All that is overdue is one group.
   *
   * @param open the person's marks, the earliest first, at least one
   */
  static Group of(List<Mark> open, Instant now) {
    Instant first = open.getFirst().due();
    Instant close = first.plus(CLOSE);
    Mark leading =
        open.stream()
            .filter(mark -> !mark.due().isAfter(close))
            .max(Comparator.comparing(Mark::precision).thenComparing(Mark::due, reverseOrder()))
            .orElseThrow();
    boolean loose = leading.precision() == Precision.LOOSE;
    Instant at = loose ? first : leading.due();
    Instant until = now.isAfter(at) ? now : at;
    List<Mark> marks =
        open.stream()
            .filter(mark ->
                !mark.due().isAfter(until)
                    || (!mark.due().isAfter(close) && mayCome(mark, leading)))
            .toList();
    return new Group(at, marks);
  }

  /** Early, because it is said with another. */
  private static boolean mayCome(Mark mark, Mark leading) {
    return mark.precision() == Precision.LOOSE
        || mark.precision().compareTo(leading.precision()) < 0;
  }
}
