package dev.callboard;

import dev.callboard.platform.lobby.LobbyAdapter;
import dev.callboard.platform.lobby.Meetings.Ended;
import dev.callboard.session.SessionId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the lobby's meeting of a class that is over, by whatever way it was ended. It looks at what
 * a class is and not at what was done: a server that died in between does it when the class next
 * changes, which its report does a minute after the end.
 */
final class LobbyEnds implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LobbyEnds.class);

  private final LobbyAdapter lobby;
  private final Function<SessionId, Optional<Ended>> over;
  private final Set<SessionId> waiting = ConcurrentHashMap.newKeySet();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("lobby-ends").factory());

  /**
   * Makes it.
   *
   * @param over the meeting that is to be ended with a class, answered from memory; empty while the
   *     class is not over, and once nobody is in its meeting
   */
  LobbyEnds(LobbyAdapter lobby, Function<SessionId, Optional<Ended>> over) {
    this.lobby = lobby;
    this.over = over;
  }

  /** Something happened to a class, whose turn may be held: others do the work. */
  void changed(SessionId id) {
    if (over.apply(id).isPresent() && waiting.add(id)) {
      worker.execute(() -> end(id));
    }
  }

  private void end(SessionId id) {
    waiting.remove(id);
    try {
      over.apply(id).ifPresent(lobby::end);
    } catch (RuntimeException exception) {
      LOG.error("the lobby's meeting of {} was not ended", id, exception);
    }
  }

  @Override
  public void close() {
    worker.close();
  }
}
