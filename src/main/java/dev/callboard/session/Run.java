package dev.callboard.session;

import dev.callboard.plan.Plan;
import dev.callboard.session.Event.Ended;
import dev.callboard.session.Event.Entered;
import dev.callboard.session.Event.Extended;
import dev.callboard.session.Event.Inserted;
import dev.callboard.session.Event.Led;
import dev.callboard.session.Event.Moved;
import dev.callboard.session.Event.Paused;
import dev.callboard.session.Event.Restored;
import dev.callboard.session.Event.Resumed;
import dev.callboard.session.Event.Skipped;
import dev.callboard.session.Event.Started;
import dev.callboard.session.Item.Actual;
import dev.callboard.session.Item.Omission;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the clock has seen of a class: facts only, nothing projected. Its time never runs back: an
 * event that seems older than the one before it counts as happening with that one.
 *
 * @param plannedStart null when the class starts whenever somebody says so, or began so long before
 *     that it is given at another hour, see {@link #isAnotherHour}
 * @param visit the stay in the current segment; null before the start and after the end
 * @param pausedAt since when the clock of the segment stands still, or null
 * @param asOf when the newest event happened; null when there was none
 * @param before how it stood before what happened then, which knows nothing of what was before it;
 *     null when nothing happened
 */
public record Run(
    @Nullable Instant plannedStart,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    Order order,
    @Nullable Visit visit,
    @Nullable Instant pausedAt,
    @Nullable Instant asOf,
    @Nullable Run before) {

  /**
   * One stay in a segment.
   *
   * @param pressed {@code from}, but as the clock had it that may have jumped back by then
   * @param by who began it, as {@link Recorded} names them
   * @param paused for how long the clock stood still in it, over pauses that are over
   */
  public record Visit(String segment, Instant from, Instant pressed, String by, Duration paused) {

    Visit paused(Duration inAll) {
      return new Visit(segment, from, pressed, by, inAll);
    }
  }

  /** Nobody waits longer than this for people who come at the planned hour. */
  private static final Duration ANOTHER_HOUR = Duration.ofHours(2);

  static Run planned(Plan plan, @Nullable Instant plannedStart) {
    return new Run(plannedStart, null, null, Order.of(plan), null, null, null, null);
  }

  /**
   * Whether a class that begins then is not early but given at another hour than was planned: it
   * would be over by then, or it begins hours before. There is then no start to be ahead of, none
   * that anybody's coming is measured against, and a time of day in the plan binds only when it
   * lies within the slot from the real start on.
   *
   * @param slot how long the class is to last
   */
  static boolean isAnotherHour(@Nullable Instant plannedStart, Instant begins, Duration slot) {
    if (plannedStart == null || !begins.isBefore(plannedStart)) {
      return false;
    }
    Duration early = Duration.between(begins, plannedStart);
    return early.compareTo(slot) >= 0 || early.compareTo(ANOTHER_HOUR) > 0;
  }

  public boolean live() {
    return startedAt != null && endedAt == null;
  }

  public boolean ended() {
    return endedAt != null;
  }

  public boolean paused() {
    return pausedAt != null;
  }

  /** The segment that runs now; empty before the start and after the end. */
  public Optional<Item> current() {
    Visit stay = visit;
    return stay == null ? Optional.empty() : order.find(stay.segment());
  }

  /** The instant itself, or that of the newest event when a clock has jumped back behind it. */
  public Instant notBeforeFacts(Instant instant) {
    return asOf != null && asOf.isAfter(instant) ? asOf : instant;
  }

  /** What a segment has really taken, the running visit included. */
  public Actual actual(Item item, Instant now) {
    Visit stay = visit;
    return stay != null && stay.segment().equals(item.key())
        ? until(stay, item.actual(), notBeforeFacts(now), null)
        : item.actual();
  }

  /**
   * The clock once this event has happened.
   *
   * @param slot how long the class is to last
   */
  Run after(Recorded recorded, Duration slot) {
    Run next = changed(recorded, slot);
    boolean sameMoment = before != null && next.asOf != null && next.asOf.equals(asOf);
    return next.following(sameMoment ? before : following(null));
  }

  private Run following(@Nullable Run other) {
    return new Run(plannedStart, startedAt, endedAt, order, visit, pausedAt, asOf, other);
  }

  private Run changed(Recorded recorded, Duration slot) {
    Instant at = notBeforeFacts(recorded.at());
    return switch (recorded.event()) {
      case Started _ -> startedAt == null ? started(recorded, at, slot) : with(order, at);
      case Entered entered -> left(at).entered(entered.segment(), recorded, at);
      case Ended _ -> left(at).over(at);
      case Paused _ -> live() && !paused() ? paused(at) : with(order, at);
      case Resumed _ -> resumed(at);
      case Extended extended ->
          with(order.with(extended.segment(), item -> item.extended(extended.by())), at);
      case Skipped skipped ->
          with(order.with(skipped.segment(), item -> item.leftOut(omission(recorded))), at);
      case Restored restored -> with(order.with(restored.segment(), Item::broughtBack), at);
      case Moved moved -> with(order.moved(moved.segment(), moved.after()), at);
      case Inserted inserted -> with(order.inserted(inserted), at);
      case Led led -> with(order.with(led.segment(), item -> item.ledBy(led.person())), at);
      default -> this;
    };
  }

  private static Omission omission(Recorded recorded) {
    return new Omission(recorded.at(), recorded.by());
  }

  private Run started(Recorded recorded, Instant at, Duration slot) {
    Instant planned = isAnotherHour(plannedStart, at, slot) ? null : plannedStart;
    return new Run(planned, at, null, order, null, null, at, null)
        .entered(order.first().key(), recorded, at);
  }

  private Run entered(String segment, Recorded recorded, Instant at) {
    Order next = order.with(segment, item -> item.broughtBack().with(item.actual().entered(at)));
    return new Run(
        plannedStart,
        startedAt,
        endedAt,
        next,
        new Visit(segment, at, recorded.at(), recorded.by(), Duration.ZERO),
        pausedAt,
        at,
        null);
  }

  private Run left(Instant at) {
    Visit stay = visit;
    if (stay == null) {
      return this;
    }
    return with(
        order.with(stay.segment(), item -> item.with(until(stay, item.actual(), at, at))), at);
  }

  private Run over(Instant at) {
    return new Run(plannedStart, startedAt, at, order, null, null, at, null);
  }

  private Run paused(Instant at) {
    return new Run(plannedStart, startedAt, endedAt, order, visit, at, at, null);
  }

  private Run resumed(Instant at) {
    Visit stay = visit;
    Visit next = stay == null ? null : stay.paused(pausedIn(stay, at));
    return new Run(plannedStart, startedAt, endedAt, order, next, null, at, null);
  }

  private Run with(Order next, Instant at) {
    return new Run(plannedStart, startedAt, endedAt, next, visit, pausedAt, at, null);
  }

  private Actual until(Visit stay, Actual before, Instant at, @Nullable Instant end) {
    Duration paused = pausedIn(stay, at);
    return before.and(Duration.between(stay.from(), at).minus(paused), paused, end);
  }

  /** All pauses of a stay, the one that lasts included; a pause may be older than the stay. */
  private Duration pausedIn(Visit stay, Instant at) {
    Instant since = pausedAt;
    if (since == null) {
      return stay.paused();
    }
    Instant from = since.isAfter(stay.from()) ? since : stay.from();
    return stay.paused().plus(Duration.between(from, at));
  }
}
