package dev.callboard.report.model;

import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.timing.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in a log when the clock stood still: the fold keeps only for how long. */
final class Pauses {

  private final List<Window> all = new ArrayList<>();
  private boolean started;
  private boolean ended;
  private @Nullable Instant since;
  private Instant asOf = Instant.MIN;

  private Pauses() {}

  /** In order; the last goes up to now when it lasts. */
  static List<Window> of(List<Recorded> log, Instant now) {
    Pauses pauses = new Pauses();
    log.forEach(pauses::add);
    pauses.over(pauses.later(now));
    return pauses.all;
  }

  private void add(Recorded recorded) {
    switch (recorded.event()) {
      case Event.Started _ -> {
        asOf = later(recorded.at());
        started = true;
      }
      case Event.Paused _ -> {
        asOf = later(recorded.at());
        since = started && !ended && since == null ? asOf : since;
      }
      case Event.Resumed _ -> {
        asOf = later(recorded.at());
        over(asOf);
      }
      case Event.Ended _ -> {
        asOf = later(recorded.at());
        over(asOf);
        ended = true;
      }
      case Event.Entered _,
          Event.Extended _,
          Event.Skipped _,
          Event.Restored _,
          Event.Moved _,
          Event.Inserted _,
          Event.Led _ ->
          asOf = later(recorded.at());
      default -> {}
    }
  }

  /** The clock of a class never runs back. */
  private Instant later(Instant at) {
    return asOf.isAfter(at) ? asOf : at;
  }

  private void over(Instant at) {
    Instant from = since;
    if (from != null && from.isBefore(at)) {
      all.add(new Window(from, at));
    }
    since = null;
  }
}
