package dev.callboard.report.model;

import dev.callboard.session.attendance.Spans;
import dev.callboard.session.attendance.Spans.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many people were in the meeting at any time: learners and those of nobody's roster, not the
 * team. Exact.
 *
 * @param steps how many there are from an instant on, in order; before the first there is nobody
 */
public record Presence(List<Step> steps) {

  /** From then on there are so many, until the next step. */
  public record Step(Instant at, int people) {}

  public Presence {
    steps = List.copyOf(steps);
  }

  /** Of everybody's times. */
  static Presence of(List<Spans> everybody) {
    TreeMap<Instant, Integer> changes = new TreeMap<>();
    for (Spans spans : everybody) {
      for (Span span : spans.all()) {
        changes.merge(span.from(), 1, Integer::sum);
        changes.merge(span.to(), -1, Integer::sum);
      }
    }
    List<Step> steps = new ArrayList<>();
    int people = 0;
    for (Map.Entry<Instant, Integer> change : changes.entrySet()) {
      if (change.getValue() != 0) {
        people += change.getValue();
        steps.add(new Step(change.getKey(), people));
      }
    }
    return new Presence(steps);
  }

  /** The most that were there at once. */
  public int most() {
    return steps.stream().mapToInt(Step::people).max().orElse(0);
  }

  /** How many were there at an instant. */
  public int at(Instant at) {
    int people = 0;
    for (Step step : steps) {
      if (step.at().isAfter(at)) {
        break;
      }
      people = step.people();
    }
    return people;
  }
}
