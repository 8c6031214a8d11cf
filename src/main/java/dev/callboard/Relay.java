package dev.callboard;

import dev.callboard.chat.Person;
import dev.callboard.command.Day;
import dev.callboard.console.Bells;
import dev.callboard.console.Console;
import dev.callboard.desk.Wake;
import dev.callboard.outbox.Outbox;
import dev.callboard.session.SessionId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands the desk's calls to the outbox and the pages, which are made after it. */
final class Relay implements Wake, AutoCloseable {

  final Bells bells = new Bells();
  volatile @Nullable Outbox outbox;
  volatile @Nullable LobbyEnds ends;
  volatile @Nullable Console console;

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

  /** The classes that somebody gives today. */
  Day day(Person person) {
    Console made = console;
    return made == null ? Day.FREE : made.day(person);
  }

  @Override
  public void close() {
    LobbyEnds made = ends;
    if (made != null) {
      made.close();
    }
  }
}
