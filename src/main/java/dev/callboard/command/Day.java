package dev.callboard.command;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The classes that somebody gives today, the first to begin first.
 *
 * @param clashes by the id of a class, why it cannot be given after or before another, in words
 * @param whole whether all were read; a server just started needs a moment
 */
public record Day(List<Engagement> classes, Map<String, List<String>> clashes, boolean whole) {

  /** What nobody set a time for, and what may be given or not, comes after what surely is. */
  private static final Comparator<Engagement> IN_ORDER =
      Comparator.comparing(Engagement::often)
          .thenComparing(Engagement::starts, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Engagement::id);

  /** Of somebody who gives none. */
  public static final Day FREE = new Day(List.of(), Map.of(), true);

  public Day {
    classes = classes.stream().sorted(IN_ORDER).toList();
    clashes = Map.copyOf(clashes);
  }

  /** All that is to be watched for in one of them. */
  public List<String> warnings(Engagement one) {
    return Stream.concat(
            one.warnings().stream(), clashes.getOrDefault(one.id(), List.of()).stream())
        .toList();
  }
}
