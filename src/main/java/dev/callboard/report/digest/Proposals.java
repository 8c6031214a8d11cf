package dev.callboard.report.digest;

import dev.callboard.report.digest.DeliverySummary.Part;
import dev.callboard.report.model.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What experience says a plan's minutes should be. A segment is proposed another length when all of
 * this holds of the deliveries of the newest version in which it was given, and not cut:
 *
 * <ul>
 *   <li>there are at least three;
 *   <li>the median of what it took is off its planned time by two minutes or more, and by 15 % or
 *       more;
 *   <li>more than half of them are off by two minutes or more, to the side of the median.
 * </ul>
 *
 * <p>Proposed is that median in whole minutes, but never less than what the plan says a segment can
 * be cut to. Segments that were put in, cushions and segments with a fixed end are left alone:
 * their length is no matter of experience.
 */
final class Proposals {

  static final int LEAST = 3;
  static final Duration BY = Duration.ofMinutes(2);
  private static final int PERCENT = 15;
  private static final int LONGEST = 480;

  private Proposals() {}

  /**
   * Proposals in the order of the plan.
   *
   * @param newest deliveries of the newest version
   */
  static List<Proposal> of(List<DeliverySummary> newest) {
    Map<String, List<Part>> samples = new LinkedHashMap<>();
    for (DeliverySummary delivery : newest.reversed()) {
      for (Part part : delivery.parts()) {
        if (part.given() && !part.cut() && !part.bound() && !part.inserted()) {
          samples.computeIfAbsent(part.segment(), _ -> new ArrayList<>()).add(part);
        }
      }
    }
    List<String> order =
        newest.isEmpty()
            ? List.of()
            : newest.getLast().parts().stream().map(Part::segment).toList();
    return order.stream()
        .map(segment -> of(segment, samples.getOrDefault(segment, List.of())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Proposal> of(String segment, List<Part> sample) {
    if (sample.size() < LEAST) {
      return Optional.empty();
    }
    Part part = sample.getFirst();
    Duration median = Spread.of(sample.stream().map(Part::actual).toList()).orElseThrow().median();
    Duration off = median.minus(part.planned());
    int agreeing = (int) sample.stream().filter(one -> agrees(one.over(), off)).count();
    int planned = Words.minutes(part.planned());
    int proposed = bounded(part, Words.minutes(median));
    boolean much = off.abs().multipliedBy(100).compareTo(part.planned().multipliedBy(PERCENT)) >= 0;
    boolean clear = off.abs().compareTo(BY) >= 0 && much && agreeing * 2 > sample.size();
    return clear && Math.abs(proposed - planned) >= BY.toMinutes()
        ? Optional.of(
            new Proposal(segment, part.title(), planned, proposed, median, sample.size(), agreeing))
        : Optional.empty();
  }

  private static boolean agrees(Duration over, Duration off) {
    return over.isNegative() == off.isNegative() && over.abs().compareTo(BY) >= 0;
  }

  private static int bounded(Part part, int minutes) {
    Duration least = part.least();
    int lowest = least == null ? 1 : Math.max(1, Words.minutes(least));
    return Math.clamp(minutes, lowest, LONGEST);
  }
}
