package dev.callboard.session.timing;

import dev.callboard.plan.Segment;
import dev.callboard.session.Item;
import dev.callboard.session.Order;
import dev.callboard.session.Run;
import dev.callboard.session.Run.Visit;
import dev.callboard.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Going on to the next segment without anybody's doing, where the plan says so. Pure; where the
 * plan does not, it costs nothing.
 *
 * <p>The clock goes on only when time runs out while it runs: never in a pause, and not from a
 * segment that somebody went back to or came to when it had no time left, until it is given some.
 * Nor does it when a change brought the end of the time into the past: whoever changed it is there
 * to decide. Such a segment is like any other, and its lead is told that its time is up.
 *
 * <p>It waits for a fixed start, and passes over what goes on by itself too and has no time left: a
 * cushion that delay used up, a fixed end that is past. So one step is taken at a time, and the
 * segment it leads to has its whole time from then on, or is one that somebody must go on from.
 *
 * <p>A server that was away goes on if it is back soon. Else the class went on in the room, nobody
 * knows how far: a step taken then, or one to where the plan is by now, would be a guess with
 * learners in front of it. So the clock stays, and asks once; see {@link Step#fresh}.
 */
public final class Advance {

  /** For so long the class is where it was; prompts are of use for as long, too. */
  private static final Duration FRESH = Duration.ofMinutes(3);

  private static final String MARK = "auto/";

  private Advance() {}

  /**
   * From one segment to another.
   *
   * @param due when
   */
  public record Step(Segment from, Segment to, Instant due) {

    /** Whether the class is sure to be still where it was, so that the step can be taken. */
    public boolean fresh(Instant now) {
      return !due.plus(FRESH).isBefore(now);
    }

    /** What is written down as passed over once people were asked instead. */
    public String mark() {
      return MARK + from.key();
    }
  }

  /** The step that will be taken if nothing happens, or that is due; empty when there is none. */
  public static Optional<Step> coming(Session session, Instant asked) {
    return mayBe(session.run()) ? of(session, timeline(session, asked)) : Optional.empty();
  }

  /** The step that is due now: to be taken, or to be asked about when it is not fresh. */
  public static Optional<Step> due(Session session, Instant asked) {
    Instant now = session.run().notBeforeFacts(asked);
    return coming(session, now).filter(step -> !step.due().isAfter(now));
  }

  /** The segment that a mark written down is about; empty for marks of other kinds. */
  public static Optional<String> passedOver(String mark) {
    return mark.startsWith(MARK) ? Optional.of(mark.substring(MARK.length())) : Optional.empty();
  }

  /** The same of a timeline that is there already. */
  static Optional<Step> of(Session session, Timeline timeline) {
    return step(session, timeline)
        .filter(step -> runsOut(session, step))
        .filter(step -> !asked(session, step));
  }

  private static boolean mayBe(Run run) {
    return !run.paused() && run.current().filter(item -> item.segment().auto()).isPresent();
  }

  private static Timeline timeline(Session session, Instant now) {
    return Timeline.of(session.plan(), session.run(), now);
  }

  /** Whether the time runs out, or did before the newest change; and not a change made it so. */
  private static boolean runsOut(Session session, Step step) {
    Instant changed = session.run().asOf();
    if (changed == null || untouched(session, step)) {
      return true;
    }
    return session
        .beforeChange()
        .filter(before -> untouched(before, step))
        .flatMap(before -> step(before, timeline(before, changed)))
        .filter(before -> before.due().equals(step.due()))
        .isPresent();
  }

  /** Whether nobody changed the clock since the step was due. */
  private static boolean untouched(Session session, Step step) {
    Instant changed = session.run().asOf();
    return changed == null || !changed.isAfter(step.due());
  }

  private static boolean asked(Session session, Step step) {
    @Nullable Instant before = session.prompts().reached().get(step.mark());
    return before != null && !step.due().isAfter(before);
  }

  private static Optional<Step> step(Session session, Timeline timeline) {
    Run run = session.run();
    Visit visit = run.visit();
    if (!mayBe(run) || visit == null) {
      return Optional.empty();
    }
    Slot current = timeline.current().orElseThrow();
    Instant zero = timeline.now().plus(current.left());
    return hadTime(current, visit, zero)
        ? target(run.order(), timeline, current.key())
            .map(to -> new Step(current.segment(), to, notBefore(session, timeline, to, zero)))
        : Optional.empty();
  }

  /** Whether there was any when this stay began; pauses of it are no time of the segment. */
  private static boolean hadTime(Slot current, Visit visit, Instant zero) {
    return zero.isAfter(
        current.segment().fixedEnd() == null ? visit.from().plus(visit.paused()) : visit.from());
  }

  private static Optional<Segment> target(Order order, Timeline timeline, String current) {
    Optional<Item> next = order.following(current);
    while (next.isPresent() && isUsedUp(timeline, next.get())) {
      Optional<Item> after = order.following(next.get().key());
      if (after.isEmpty()) {
        break;
      }
      next = after;
    }
    return next.map(Item::segment);
  }

  private static boolean isUsedUp(Timeline timeline, Item item) {
    return item.segment().auto()
        && timeline.slot(item.key()).filter(slot -> slot.left().isZero()).isPresent();
  }

  private static Instant notBefore(Session session, Timeline timeline, Segment to, Instant zero) {
    Instant fixed =
        new FixedTimes(session.plan().zone(), timeline.planned().start(), session.plan().slot())
            .at(to.fixedStart());
    return fixed != null && fixed.isAfter(zero) ? fixed : zero;
  }
}
