package dev.callboard.report.model;

import dev.callboard.plan.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The timing prompts that were said, and those that were not.
 *
 * @param said those that came to somebody, in the order they were decided
 * @param unsaid what was due but never said, because it was of no use any more, something newer
 *     said it, or it did not arrive
 */
public record Prompting(List<Prompt> said, List<Unsaid> unsaid) {

  static final Prompting NONE = new Prompting(List.of(), List.of());

  /**
   * A prompt.
   *
   * @param to the name of who was told
   * @param role what they are in the class
   * @param about what it was about, such as {@code 2 min left in Poll 1}
   * @param words as they were told; empty when they are not kept, or are not for the reader
   * @param at when it was decided; how long platforms then took with it the class does not know
   * @param late how long after it was due that was; never negative, for what is said early comes
   *     along with something that is due
   */
  public record Prompt(
      int number, String to, Role role, Instant at, String about, String words, Duration late) {

    Prompt wordless() {
      return new Prompt(number, to, role, at, about, "", late);
    }
  }

  /** Something that was due then and not said. */
  public record Unsaid(String about, Instant due) {}

  public Prompting {
    said = List.copyOf(said);
    unsaid = List.copyOf(unsaid);
  }

  public boolean isEmpty() {
    return said.isEmpty() && unsaid.isEmpty();
  }

  /** Half of them were later, half of them were not; null when none was said. */
  public @Nullable Duration medianLate() {
    if (said.isEmpty()) {
      return null;
    }
    List<Duration> sorted = said.stream().map(Prompt::late).sorted().toList();
    Duration upper = sorted.get(sorted.size() / 2);
    Duration lower = sorted.get((sorted.size() - 1) / 2);
    return lower.plus(upper).dividedBy(2);
  }

  /** The latest of them; null when none was said. */
  public @Nullable Duration worstLate() {
    return said.stream().map(Prompt::late).max(Duration::compareTo).orElse(null);
  }
}
