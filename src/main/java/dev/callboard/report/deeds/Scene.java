package dev.callboard.report.deeds;

import dev.callboard.report.model.Words;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import java.time.Instant;

/**
 * An event and the class around it.
 *
 * @param before as the class was; the same as {@code then} of the first event
 * @param then as the event made it
 */
record Scene(Cast cast, Session before, Session then, Recorded recorded) {

  /** Who did it. */
  String who() {
    return cast.by(recorded);
  }

  Instant at() {
    return recorded.at();
  }

  /** The title of a segment, as it is in the running order then. */
  String title(String segment) {
    return then.run()
        .order()
        .find(segment)
        .map(item -> item.segment().title())
        .orElseGet(() -> "“" + segment + "”");
  }

  /** A time of day in the class zone. */
  String clock(Instant instant) {
    return Words.clock(instant, then.plan().zone());
  }
}
