package dev.callboard.session;

import dev.callboard.session.Event.Reached;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which marks of the clock were said or passed over, and when they were due as they then stood. A
 * pause in which the clock of their segment stood still is counted in, so that only a change of the
 * class moves a mark away from what is kept of it.
 *
 * @param reached those that do not lie ahead again
 * @param before those that do, because a change gave time back
 */
record Reaching(Map<String, Instant> reached, Map<String, Before> before) {

  /**
   * A mark that was said and lies ahead again.
   *
   * @param due when it was due
   * @param rearmed since when it lies ahead
   */
  record Before(Instant due, Instant rearmed) {
    /** In a pause it is for the segment as when the pause began. */
    Before later(Instant since, Duration pause) {
      Instant paused = rearmed.isAfter(since) ? since : rearmed;
      return new Before(due.plus(pause), paused.plus(pause));
    }

    /** What a mark must be more than a minute after to be worth saying again. */
    Instant latest() {
      return rearmed.isAfter(due) ? rearmed : due;
    }
  }

  static final Reaching NOTHING = new Reaching(Map.of(), Map.of());

  Reaching {
    reached = Map.copyOf(reached);
    before = Map.copyOf(before);
  }

  Reaching and(List<Reached> marks) {
    Map<String, Instant> done = new HashMap<>(reached);
    Map<String, Before> ahead = before.isEmpty() ? before : new HashMap<>(before);
    for (Reached mark : marks) {
      done.put(mark.mark(), mark.due());
      if (!ahead.isEmpty()) {
        ahead.remove(mark.mark());
      }
    }
    return new Reaching(done, ahead);
  }

  Reaching rearmed(List<String> marks, Instant at) {
    Map<String, Instant> done = new HashMap<>(reached);
    Map<String, Before> ahead = new HashMap<>(before);
    for (String mark : marks) {
      Instant due = done.remove(mark);
      if (due != null) {
        ahead.put(mark, new Before(due, at));
      }
    }
    return new Reaching(done, ahead);
  }

  Reaching without(List<String> marks) {
    Map<String, Instant> done = new HashMap<>(reached);
    Map<String, Before> ahead = new HashMap<>(before);
    done.keySet().removeAll(marks);
    ahead.keySet().removeAll(marks);
    return new Reaching(done, ahead);
  }

  /** After the clock stood still from then on, for so long. */
  Reaching later(Instant since, Duration pause) {
    Map<String, Instant> done = new HashMap<>(reached);
    Map<String, Before> ahead = new HashMap<>(before);
    done.replaceAll((_, due) -> due.plus(pause));
    ahead.replaceAll((_, then) -> then.later(since, pause));
    return new Reaching(done, ahead);
  }
}
