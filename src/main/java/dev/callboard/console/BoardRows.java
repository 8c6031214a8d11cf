package dev.callboard.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.chat.Place;
import dev.callboard.plan.Plan;
import dev.callboard.session.Run;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.timing.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row a class, for the board. Rows are kept, for a board of two thousand classes is looked at by
 * several people all day; who is there costs most, so it is asked again only when something
 * happened or some time went by.
 */
final class BoardRows {

  /** The clock moves a row, though nothing happens. */
  private static final Duration FRESH = Duration.ofSeconds(8);

  private static final int SPREAD_MILLIS = 4_000;

  private final Cache<SessionId, Row> rows =
      Caffeine.newBuilder()
          .maximumSize(20_000)
          .expireAfterAccess(Duration.ofMinutes(10))
          .executor(Runnable::run)
          .build();

  /**
   * A row.
   *
   * @param seq of the newest event in it
   * @param json as the page draws it; the same object as long as nothing in it changed
   */
  record Row(long seq, int lost, Instant made, Plan plan, ObjectNode json) {}

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
    ObjectNode drawn = json(session, lost, now);
    return Objects.requireNonNull(
        rows.asMap()
            .merge(
                session.id(),
                new Row(session.seq(), lost, now, session.plan(), drawn),
                (old, next) ->
                    old.json().equals(drawn)
                        ? new Row(next.seq(), lost, now, next.plan(), old.json())
                        : next));
  }

  private static ObjectNode json(Session session, int lost, Instant now) {
    Run run = session.run();
    Timeline timeline = Timeline.of(session.plan(), run, now);
    Heads heads = Heads.of(session, Roll.of(session.register(), session.plan(), now));
    ObjectNode row =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", session.id().value())
            .put("title", ClassView.cut(session.plan().title()))
            .put("client", session.plan().clientKey())
            .put("clientTitle", session.plan().clientName())
            .put("zone", session.plan().zone().getId())
            .put("state", ClassView.state(run))
            .put("starts", minute(Optional.ofNullable(run.startedAt()).orElse(run.plannedStart())))
            .put("ends", minute(run.ended() ? run.endedAt() : timeline.end()))
            .put("behind", Math.round(timeline.behind().toSeconds() / 60.0))
            .put("told", heads.told())
            .put("present", heads.present())
            .put("expected", heads.expected());
    session.segment().ifPresent(segment -> row.put("segment", ClassView.cut(segment.title())));
    ArrayNode platforms = row.putArray("platforms");
    platforms(session).forEach(platforms::add);
    ArrayNode worries = row.putArray("worries");
    for (Worry worry : Worry.of(session, heads, lost, now)) {
      worries.addObject().put("level", worry.level().name()).put("words", worry.words());
    }
    return row;
  }

  /** Shown without seconds, and told without, so that a row changes once a minute at most. */
  private static @Nullable String minute(@Nullable Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static List<String> platforms(Session session) {
    return Stream.of(
            session.rooms().meetings(), session.rooms().classRooms(), session.rooms().backstages())
        .flatMap(List::stream)
        .map(Place::platform)
        .distinct()
        .toList();
  }
}
