package dev.callboard.platform.lobby;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What was said in the lobby, kept: an append-only list in which a change is another entry. Of a
 * meeting it keeps who came and who went, see {@link Moves}.
 */
public interface LobbyBook {

  /**
   * Writes an entry, unless one from the same source is there already. Blocks until it is on disk.
   * Entries become visible in the order of their numbers.
   *
   * @return the number of the entry, whether new or not; numbers grow
   */
  long write(Draft draft);

  /** Entries of these places after a number, oldest first, at most {@code limit}. */
  List<Entry> after(long number, Set<String> places, int limit);

  /** The newest entries of a place, oldest of them first, at most {@code limit}. */
  List<Entry> last(String place, int limit);

  /** The number of the newest entry of all; 0 when there is none. */
  long newest();

  /** An entry with its number, counted from 1; there may be gaps. */
  record Entry(long number, Draft draft) {}

  /**
   * What an entry says.
   *
   * @param source what caused it, unique in the book: {@code out:17} for an outbox entry
   * @param place id of the place within the lobby, such as {@code hybrid/class}
   * @param post number of the post that an edit or a removal changes; 0 for a new post
   * @param author {@code callboard}, or {@code @} and a person's key
   * @param authorName as shown beside the text at that moment
   * @param content blocks as JSON, of a meeting moves; empty for a removal
   */
  record Draft(
      String source,
      String place,
      Change change,
      long post,
      String author,
      String authorName,
      Instant at,
      String content) {}

  /** What an entry does to the conversation. */
  enum Change {
    POST,
    EDIT,
    REMOVE
  }
}
