package dev.callboard.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The live states of classes: kept in memory, half of it at most, folded from the log when they are
 * not, brought up to date when another server may have written. Thread-safe.
 */
final class Classes {

  private static final int KEPT = 20_000;

  /** What one connection that was told of takes at most, with all that is known of it. */
  private static final int BYTES = 4_096;

  /** A class without anybody takes as much as so many connections. */
  private static final int ALONE = 20;

  private static final Duration LOOK = Duration.ofMillis(400);
  private static final Duration IDLE = Duration.ofHours(3);

  private final Ledger ledger;
  private final Consumer<SessionId> changed;

  /** Tidied by whoever uses it, as all caches here: that is less work than to hand it on. */
  private final Cache<SessionId, Session> live;

  private final Set<SessionId> doubtful = ConcurrentHashMap.newKeySet();

  /** Which were brought up to date just now; pages ask for the same class over and over. */
  private final Cache<SessionId, Boolean> looked =
      Caffeine.newBuilder()
          .maximumSize(KEPT)
          .expireAfterWrite(LOOK)
          .executor(Runnable::run)
          .build();

  /**
   * Makes them.
   *
   * @param changed is told of a class that another server was found to have written to
   */
  Classes(Ledger ledger, Consumer<SessionId> changed) {
    this(ledger, changed, Runtime.getRuntime().maxMemory() / 2 / BYTES);
  }

  /**
   * Makes them.
   *
   * @param most how many connections are kept in memory, of all classes
   */
  Classes(Ledger ledger, Consumer<SessionId> changed, long most) {
    this.ledger = ledger;
    this.changed = changed;
    live =
        Caffeine.newBuilder()
            .maximumWeight(most)
            .weigher((SessionId _, Session session) -> weight(session))
            .expireAfterAccess(IDLE)
            .executor(Runnable::run)
            .build();
  }

  /** The state last seen, which another server may have overtaken. */
  Optional<Session> recent(SessionId id) {
    Session kept = live.getIfPresent(id);
    return kept == null ? current(id) : Optional.of(kept);
  }

  /** The state as of now; what another server wrote is in it half a second later at the latest. */
  Optional<Session> found(SessionId id) {
    if (!ledger.shared() || looked.getIfPresent(id) != null) {
      return recent(id);
    }
    looked.put(id, true);
    return current(id);
  }

  /** The state with everything that is in the log now. */
  Optional<Session> current(SessionId id) {
    Session kept = live.getIfPresent(id);
    boolean sure = !doubtful.remove(id) && !ledger.shared();
    if (kept != null && sure) {
      return Optional.of(kept); // nobody else writes to it
    }
    try {
      return kept == null ? folded(id) : broughtUpToDate(kept);
    } catch (RuntimeException unread) {
      doubtful.add(id);
      throw unread;
    }
  }

  private Optional<Session> folded(SessionId id) {
    Optional<Session> folded = Session.fold(id, ledger.read(id, 0));
    folded.ifPresent(this::keep);
    return folded;
  }

  private Optional<Session> broughtUpToDate(Session kept) {
    List<Recorded> later = ledger.read(kept.id(), kept.seq());
    if (later.isEmpty()) {
      return Optional.of(kept);
    }
    Optional<Session> now = after(kept, later);
    now.ifPresent(this::keep);
    changed.accept(kept.id());
    return now;
  }

  /** The log may hold more than was kept: it is read when somebody wants to be sure. */
  void doubt(SessionId id) {
    doubtful.add(id);
  }

  /** What was erased must not live on in memory. */
  private Optional<Session> after(Session kept, List<Recorded> later) {
    return later.stream().anyMatch(recorded -> recorded.event() instanceof Event.Erased)
        ? Session.fold(kept.id(), ledger.read(kept.id(), 0))
        : Optional.of(kept.after(later));
  }

  private static int weight(Session session) {
    return ALONE + session.register().stayOf().size();
  }

  /** Takes a state that is on disk; an older one than the one kept changes nothing. */
  void keep(Session session) {
    live.asMap().merge(session.id(), session, (old, next) -> next.seq() >= old.seq() ? next : old);
  }
}
