package dev.callboard.report.model;

import dev.callboard.report.model.Timing.Cause;
import dev.callboard.report.model.Timing.Fate;
import dev.callboard.report.model.Timing.Kind;
import dev.callboard.report.model.Timing.Part;
import dev.callboard.report.model.Timing.State;
import dev.callboard.session.Item;
import dev.callboard.session.Recorded;
import dev.callboard.session.Run;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Course;
import dev.callboard.session.timing.Slot;
import dev.callboard.session.timing.Slot.Phase;
import dev.callboard.session.timing.Timeline;
import dev.callboard.session.timing.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Works out planned against actual. From start to end a class is always in some segment, so the
 * deviation of its end is that of its start and of each segment, the pauses, and the time that it
 * waits for segments that must not begin before their hour, less that which the plan waits.
 */
final class ClockFold {

  private final Session session;
  private final Timeline timeline;
  private final Order order;
  private final Map<String, List<Window>> visits = new HashMap<>();
  private final WholeSeconds seconds = new WholeSeconds();
  private final List<Part> parts = new ArrayList<>();
  private final List<Cause> causes = new ArrayList<>();
  private Duration pauses = Duration.ZERO;
  private Duration waits = Duration.ZERO;

  /** When the plan, and the class, is done with the segments so far. */
  private Instant plannedCursor;

  private Instant cursor;

  private ClockFold(Session session, List<Recorded> log, Instant now) {
    this.session = session;
    timeline = Timeline.of(session.plan(), session.run(), now);
    order = Order.of(session, log);
    for (Course.Visit visit : session.register().course().visits()) {
      Instant to = visit.to() == null ? timeline.now() : visit.to();
      visits
          .computeIfAbsent(visit.segment(), _ -> new ArrayList<>())
          .add(new Window(visit.from(), to));
    }
    plannedCursor = timeline.planned().start();
    cursor = timeline.expected().start();
  }

  static Timing of(Session session, List<Recorded> log, Instant now) {
    return new ClockFold(session, log, now).timing(Pauses.of(log, now));
  }

  private Timing timing(List<Window> stood) {
    Run run = session.run();
    State state = state(run);
    boolean anHour = run.plannedStart() != null || run.startedAt() != null;
    Duration late = seconds.next(Duration.between(plannedCursor, cursor));
    causes.add(new Cause(Kind.START, null, late.isNegative() ? "early start" : "late start", late));
    timeline.slots().forEach(this::add);
    causes.add(new Cause(Kind.PAUSES, null, "pauses", pauses));
    causes.add(new Cause(Kind.WAITS, null, "waits for fixed times", waits));
    boolean held = state != State.NEVER_HELD;
    return new Timing(
        state,
        anHour ? timeline.planned() : null,
        run.startedAt() == null ? null : timeline.expected(),
        parts,
        held ? causes : List.of(),
        held ? causes.stream().map(Cause::by).reduce(Duration.ZERO, Duration::plus) : Duration.ZERO,
        stood);
  }

  private static State state(Run run) {
    if (run.startedAt() == null) {
      return run.ended() ? State.NEVER_HELD : State.AHEAD;
    }
    return run.ended() ? State.OVER : State.RUNNING;
  }

  private void add(Slot slot) {
    Item item = session.run().order().find(slot.key()).orElseThrow();
    Fate fate = fate(slot);
    Duration over = caused(slot, fate, item.inserted());
    Duration paused = seconds.next(slot.actual().paused());
    pauses = pauses.plus(paused);
    waits = waits.plus(seconds.next(waited(slot)));
    Duration whole = Duration.ofSeconds(slot.segment().planned().toSeconds());
    parts.add(
        new Part(
            slot.key(),
            slot.segment().title(),
            fate,
            slot.planned(),
            visits.getOrDefault(slot.key(), List.of()),
            whole,
            fate.done() ? whole.plus(over) : Duration.ofSeconds(slot.actual().spent().toSeconds()),
            fate.done() ? over : Duration.ofSeconds(slot.over().toSeconds()),
            paused,
            item.extra(),
            item.inserted(),
            order.moved(slot.key())));
  }

  /**
   * What it takes beyond its own time in all, which is {@link Slot#over()} once it is done. Where
   * the plan has another room for it than that, the difference is a cause of its own.
   */
  private Duration caused(Slot slot, Fate fate, boolean inserted) {
    String title = slot.segment().title();
    Duration room = slot.planned().length();
    boolean left = fate == Fate.SKIPPED || fate == Fate.MISSED;
    Duration own = left ? room : slot.segment().planned();
    Duration takes = slot.actual().spent().plus(remaining(slot));
    Duration over = seconds.next(takes.minus(own));
    causes.add(new Cause(Kind.SEGMENT, slot.key(), title, over));
    if (!own.equals(room)) {
      Kind kind = inserted ? Kind.INSERTED : Kind.FIXED;
      String why = inserted ? ": inserted" : ": till its fixed end";
      causes.add(new Cause(kind, slot.key(), title + why, seconds.next(own.minus(room))));
    }
    return over;
  }

  /** What it will still take. */
  private Duration remaining(Slot slot) {
    Window expected = slot.expected();
    return switch (slot.phase()) {
      case CURRENT -> Duration.between(timeline.now(), slot.ends());
      case AHEAD -> Objects.requireNonNull(expected).length();
      case DONE, SKIPPED, MISSED -> Duration.ZERO;
    };
  }

  /** For how long the class will wait before it, more than the plan does. */
  private Duration waited(Slot slot) {
    Duration planned = Duration.between(plannedCursor, slot.planned().start());
    plannedCursor = slot.planned().end();
    Duration waits =
        slot.phase() == Phase.AHEAD ? Duration.between(cursor, slot.starts()) : Duration.ZERO;
    if (slot.phase() == Phase.AHEAD || slot.phase() == Phase.CURRENT) {
      cursor = slot.ends();
    }
    return waits.minus(planned);
  }

  private static Fate fate(Slot slot) {
    return switch (slot.phase()) {
      case AHEAD -> Fate.AHEAD;
      case CURRENT -> Fate.RUNNING;
      case DONE -> Fate.GIVEN;
      case SKIPPED -> slot.actual().visited() ? leftEarly(slot) : Fate.SKIPPED;
      case MISSED -> Fate.MISSED;
    };
  }

  private static Fate leftEarly(Slot slot) {
    return slot.over().isNegative() ? Fate.CUT : Fate.GIVEN;
  }
}
