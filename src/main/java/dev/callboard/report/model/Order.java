package dev.callboard.report.model;

import dev.callboard.plan.Segment;
import dev.callboard.session.Event;
import dev.callboard.session.Item;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which segments stand elsewhere than in the plan because somebody moved them. */
record Order(Set<String> elsewhere) {

  static Order of(Session session, List<Recorded> log) {
    Set<String> moved =
        log.stream()
            .map(Recorded::event)
            .filter(Event.Moved.class::isInstance)
            .map(event -> ((Event.Moved) event).segment())
            .collect(Collectors.toSet());
    Map<String, String> planned =
        before(session.plan().segments().stream().map(Segment::key).toList());
    Map<String, String> now =
        before(
            session.run().order().items().stream()
                .filter(item -> !item.inserted())
                .map(Item::key)
                .toList());
    return new Order(
        moved.stream()
            .filter(key -> !Objects.equals(planned.get(key), now.get(key)))
            .collect(Collectors.toSet()));
  }

  /** What each follows; the first follows nothing. */
  private static Map<String, String> before(List<String> keys) {
    Map<String, String> before = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      before.put(keys.get(i), i == 0 ? "" : keys.get(i - 1));
    }
    return before;
  }

  boolean moved(String segment) {
    return elsewhere.contains(segment);
  }
}
