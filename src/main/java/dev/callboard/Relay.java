package dev.callboard;

import dev.callboard.console.Bells;
import dev.callboard.desk.Wake;
import dev.callboard.outbox.Outbox;
import dev.callboard.session.SessionId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands the desk's calls to the outbox, which is made after it, and to pages. */
final class Relay implements Wake, AutoCloseable {

  final Bells bells = new Bells();
  volatile @Nullable Outbox outbox;
  volatile @Nullable LobbyEnds ends;

  @Override
  public void committed(Set<String> lanes) {
    Outbox made = outbox;
    if (made != null) {
      made.wake(lanes);
    }
  }

  @Override
  public void changed(SessionId session) {
    bells.ring(session);
    LobbyEnds made = ends;
    if (made != null) {
      made.changed(session);
    }
  }

  @Override
  public void close() {
    LobbyEnds made = ends;
    if (made != null) {
      made.close();
    }
  }
}
