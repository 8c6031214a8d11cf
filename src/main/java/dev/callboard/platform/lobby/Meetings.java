package dev.callboard.platform.lobby;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The meetings of the lobby, as their classes know them. */
@FunctionalInterface
public interface Meetings {

  /**
   * The meeting of the class of a plan that is open in the lobby; empty while none is. Asked every
   * second for every reader: answers from memory.
   */
  Optional<Meeting> of(String plan);

  /**
   * A meeting at this moment.
   *
   * @param occurrence another one each time the class is opened
   * @param here connections in it
   * @param gone connections that were in it and are not now
   */
  record Meeting(String occurrence, Set<String> here, Set<String> gone) {
    public Meeting {
      here = Set.copyOf(here);
      gone = Set.copyOf(gone);
    }

    boolean saw(String connection) {
      return here.contains(connection) || gone.contains(connection);
    }
  }

  /**
   * A meeting in which people still are though its class is over.
   *
   * @param plan of the class
   * @param at when the class ended
   * @param seq of the newest event of the class that was known
   */
  record Ended(String plan, Meeting meeting, Instant at, long seq) {}
}
