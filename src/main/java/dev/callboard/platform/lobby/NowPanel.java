package dev.callboard.platform.lobby;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a class stands at this moment, for the panel beside the team's chat. */
@FunctionalInterface
public interface NowPanel {

  /**
   * The class of a plan that is open in the lobby; empty when there is none. Asked every second for
   * every reader: answers from memory.
   */
  Optional<Now> now(String plan);

  /**
   * A moment of a class.
   *
   * @param starts when it is meant to start; null when whenever somebody says so
   * @param ends when it will be over as things stand; null before it started
   * @param behind how far behind the clock it is, negative when ahead; null outside the running
   *     class
   * @param segment the segment that runs; null outside the running class
   * @param next title of the segment after it; null when there is none
   * @param presence null while nobody was told to be there
   */
  record Now(
      String title,
      State state,
      @Nullable Instant starts,
      @Nullable Instant ends,
      @Nullable Duration behind,
      @Nullable Stretch segment,
      @Nullable String next,
      @Nullable Presence presence) {}

  /** A segment on the clock. */
  record Stretch(String title, Instant began, Instant ends) {}

  /**
   * Who is in the meeting, by name, in the order of the roster.
   *
   * @param expected how many learners the roster has
   * @param here those of them who are in it
   * @param away those who were and are not now
   * @param missing those who were never seen
   * @param unknown people in it of whom nobody knows who they are
   */
  record Presence(
      int expected,
      List<String> here,
      List<String> away,
      List<String> missing,
      List<String> unknown) {
    public Presence {
      here = List.copyOf(here);
      away = List.copyOf(away);
      missing = List.copyOf(missing);
      unknown = List.copyOf(unknown);
    }
  }

  /** How far a class is. */
  enum State {
    OPEN,
    RUNNING,
    ENDED
  }
}
