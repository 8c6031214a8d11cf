package dev.callboard.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.command.Lost;
import dev.callboard.platform.PageAnswers;
import dev.callboard.report.model.Reader;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.attendance.Roll;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What desks draw, made once for all who look at a class as the same kind of reader. */
final class Views {

  /** The clock moves what is projected, though nothing happens. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final Classrooms classrooms;
  private final InstantSource clock;
  private final Losses losses;
  private final Cache<Key, View> views =
      Caffeine.newBuilder()
          .maximumSize(5_000)
          .expireAfterAccess(Duration.ofMinutes(10))
          .executor(Runnable::run)
          .build();

  Views(Classrooms classrooms, Losses losses, InstantSource clock) {
    this.classrooms = classrooms;
    this.losses = losses;
    this.clock = clock;
  }

  /** What is drawn apart. */
  private record Key(SessionId session, Reader reader) {}

  /**
   * A view.
   *
   * @param seq of the newest event in it
   */
  record View(long seq, Instant made, String json) {}

  /** The class as it stands, for whoever reads it so; empty when there is none. */
  Optional<View> of(SessionId id, Reader reader) {
    Instant now = clock.instant();
    return classrooms
        .find(id)
        .map(session ->
            Objects.requireNonNull(
                views
                    .asMap()
                    .compute(
                        new Key(id, reader),
                        (_, old) -> isGood(old, session, now) ? old : draw(session, reader, now))));
  }

  private static boolean isGood(View old, Session session, Instant now) {
    return old != null
        && old.seq() == session.seq()
        && !now.isBefore(old.made())
        && now.isBefore(old.made().plus(FRESH));
  }

  private View draw(Session session, Reader reader, Instant now) {
    Roll roll = Roll.of(session.register(), session.plan(), now);
    int count = losses.of(session.id());
    List<Lost> letters =
        count > 0 || session.run().ended()
            ? classrooms.lost(session.id(), ClassView.LOST)
            : List.of();
    ClassView.Lack lack = new ClassView.Lack(letters, Math.max(count, letters.size()));
    return new View(
        session.seq(), now, PageAnswers.write(ClassView.of(session, roll, lack, reader, now)));
  }
}
