package dev.callboard.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is in the meetings that one platform has cards of though they are held on another.
 * Thread-safe.
 */
public interface Turnouts {

  /**
   * Who is in a meeting of a class; empty when the class is not known.
   *
   * @param session the class's id
   * @param link the id of the {@link dev.callboard.chat.Block.MeetingLink}
   */
  Optional<Turnout> of(String session, String link);

  /** Receipts of what was posted in classes, by their ids: open ones, or opened within a day. */
  Map<String, List<Receipt>> posted();
}
