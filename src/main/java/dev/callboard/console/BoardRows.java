package dev.callboard.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.command.Engagement;
import dev.callboard.command.Engagement.Stage;
import dev.callboard.command.NextStep;
import dev.callboard.plan.Clashes.Busy;
import dev.callboard.plan.Plan;
import dev.callboard.session.Run;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.timing.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A row a class, for the board. Rows are kept, for a board of two thousand classes is looked at by
 * several people all day; who is there costs most, so it is asked again only when something
 * happened or some time went by.
 */
final class BoardRows {

  /** The clock moves a row, though nothing happens. */
  private static final Duration FRESH = Duration.ofSeconds(8);

  private static final int SPREAD_MILLIS = 4_000;

  private final WaysIn waysIn;
  private final Cache<SessionId, Row> rows =
      Caffeine.newBuilder()
          .maximumSize(20_000)
          .expireAfterAccess(Duration.ofMinutes(10))
          .executor(Runnable::run)
          .build();

  BoardRows(WaysIn waysIn) {
    this.waysIn = waysIn;
  }

  /**
   * A row.
   *
   * @param seq of the newest event in it
   * @param time that the class takes of its crew
   * @param json as the page draws it; the same object as long as nothing in it changed
   */
  record Row(long seq, int lost, Instant made, Plan plan, MyDay.Entry time, ObjectNode json) {

    Row with(ObjectNode same) {
      return new Row(seq, lost, made, plan, time, same);
    }
  }

  /** The row, if it has that event in it and is not too old; else empty. */
  Optional<Row> kept(SessionId id, long seq, int lost, Instant now) {
    return stale(id)
        .filter(row -> row.seq() >= seq && row.lost() == lost && now.isBefore(ages(id, row)));
  }

  /** Rows that were first drawn together do not all age together. */
  private static Instant ages(SessionId id, Row row) {
    return row.made().plus(FRESH).plusMillis(Math.floorMod(id.hashCode(), SPREAD_MILLIS));
  }

  /** The row as it was drawn last; empty when it never was. */
  Optional<Row> stale(SessionId id) {
    return Optional.ofNullable(rows.getIfPresent(id));
  }

  Row draw(Session session, int lost, Instant now) {
    Timeline timeline = Timeline.of(session.plan(), session.run(), now);
    Heads heads = Heads.of(session, Roll.of(session.register(), session.plan(), now));
    List<Worry> worries = Worry.of(session, heads, lost, now);
    Engagement what = what(session, timeline, worries, now);
    ObjectNode drawn = json(session, what, timeline, heads, worries);
    Row fresh =
        new Row(session.seq(), lost, now, session.plan(), time(session, what, timeline), drawn);
    return Objects.requireNonNull(
        rows.asMap()
            .merge(
                session.id(),
                fresh,
                (old, next) -> old.json().equals(drawn) ? next.with(old.json()) : next));
  }

  private Engagement what(Session session, Timeline timeline, List<Worry> worries, Instant now) {
    Plan plan = session.plan();
    Run run = session.run();
    return new Engagement(
        session.id().value(),
        plan.title(),
        plan.zone(),
        Stage.of(run),
        Optional.ofNullable(run.startedAt()).orElse(run.plannedStart()),
        run.ended() ? run.endedAt() : timeline.end(),
        false,
        "",
        NextStep.of(session, timeline, now).orElse(null),
        waysIn.of(session),
        worries.stream().map(Worry::words).toList());
  }

  /** What is over takes no time, and what has no hour takes nobody knows which. */
  private static MyDay.Entry time(Session session, Engagement what, Timeline timeline) {
    Instant from = what.starts();
    Busy busy =
        what.stage() == Stage.ENDED || from == null || !timeline.end().isAfter(from)
            ? null
            : new Busy(what.id(), from, timeline.end());
    return new MyDay.Entry(what, Badges.crew(session.plan()), busy);
  }

  private static ObjectNode json(
      Session session, Engagement what, Timeline timeline, Heads heads, List<Worry> worries) {
    ObjectNode row = RowPayload.of(what, session.plan(), worries);
    RowPayload.count(row, "behind", Math.round(timeline.behind().toSeconds() / 60.0));
    RowPayload.count(row, "expected", heads.expected());
    if (heads.told()) {
      row.put("told", true).put("present", heads.present());
    }
    session.segment().ifPresent(segment -> row.put("segment", ClassView.cut(segment.title())));
    return row;
  }
}
