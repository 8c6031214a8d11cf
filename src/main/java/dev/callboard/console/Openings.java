package dev.callboard.console;

import dev.callboard.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest classes, and of which deliveries of plans they are. */
public record Openings(Map<SessionId, Newest> classes, Map<String, List<Newest>> byPlan) {

  /** A class of a plan that is given often is for the start that comes so soon after. */
  private static final Duration AHEAD = Duration.ofHours(12);

  /**
   * When a class was opened.
   *
   * @param plan of which it is; empty when that is not known
   * @param seq the number of its newest event
   * @param ended null while it is open
   */
  public record Newest(String plan, long seq, Instant opened, @Nullable Instant ended) {}

  static Openings of(Map<SessionId, Newest> classes) {
    Map<String, List<Newest>> byPlan = new HashMap<>();
    classes
        .values()
        .forEach(
            newest -> byPlan.computeIfAbsent(newest.plan(), _ -> new ArrayList<>()).add(newest));
    return new Openings(classes, byPlan);
  }

  /** The number of the newest event that is surely in a class; 0 when nothing is known of it. */
  long newest(SessionId id) {
    Newest known = classes.get(id);
    return known == null ? 0 : known.seq();
  }

  /**
   * Whether a delivery was opened. What was over before its start was a try.
   *
   * @param often whether the plan is given again and again, so that another day's class is not it
   */
  boolean has(String plan, Instant start, boolean often) {
    return byPlan.getOrDefault(plan, List.of()).stream()
        .filter(one -> one.ended() == null || !one.ended().isBefore(start))
        .anyMatch(one -> !often || one.opened().isAfter(start.minus(AHEAD)));
  }
}
