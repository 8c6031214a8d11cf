package dev.callboard.plan;

import java.time.Duration;
import java.util.List;

/**
 * When the team is prompted.
 *
 * @param left how long before the end of a segment its lead is told; at the end they always are
 * @param overEvery how long after that they are told again, and again
 * @param overTimes how often that is
 * @param classLeft how long before the end of the class, at the end of which they always are told
 * @param cue how long before a segment the producer is told what to launch; nothing when never
 */
public record Prompting(
    List<Duration> left,
    Duration overEvery,
    int overTimes,
    List<Duration> classLeft,
    Duration cue) {

  /** What holds where a plan says nothing. */
  public static final Prompting USUAL =
      new Prompting(
          minutes(List.of(5, 2)),
          Duration.ofMinutes(2),
          3,
          minutes(List.of(15, 10, 5, 2)),
          Duration.ofMinutes(2));

  public Prompting {
    left = List.copyOf(left);
    classLeft = List.copyOf(classLeft);
  }

  static List<Duration> minutes(List<Integer> minutes) {
    return minutes.stream().map(Duration::ofMinutes).toList();
  }
}
