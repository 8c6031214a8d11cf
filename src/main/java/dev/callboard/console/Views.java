package dev.callboard.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.platform.PageAnswers;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.attendance.Roll;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** What desks draw, made once for all who look at a class. */
final class Views {

  /** The clock moves what is projected, though nothing happens. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final Classrooms classrooms;
  private final InstantSource clock;
  private final Cache<SessionId, View> views =
      Caffeine.newBuilder()
          .maximumSize(5_000)
          .expireAfterAccess(Duration.ofMinutes(10))
          .executor(Runnable::run)
          .build();

  Views(Classrooms classrooms, InstantSource clock) {
    this.classrooms = classrooms;
    this.clock = clock;
  }

  /**
   * A view.
   *
   * @param seq of the newest event in it
   */
  record View(long seq, Instant made, String json) {}

  /** The class as it stands; empty when there is none. */
  Optional<View> of(SessionId id) {
    Instant now = clock.instant();
    return classrooms
        .find(id)
        .map(session ->
            Objects.requireNonNull(
                views
                    .asMap()
                    .compute(
                        id, (_, old) -> isGood(old, session, now) ? old : draw(session, now))));
  }

  private static boolean isGood(View old, Session session, Instant now) {
    return old != null
        && old.seq() == session.seq()
        && !now.isBefore(old.made())
        && now.isBefore(old.made().plus(FRESH));
  }

  private View draw(Session session, Instant now) {
    Roll roll = Roll.of(session.register(), session.plan(), now);
    String json =
        PageAnswers.write(
            ClassView.of(session, roll, classrooms.lost(session.id(), ClassView.LOST), now));
    return new View(session.seq(), now, json);
  }
}
