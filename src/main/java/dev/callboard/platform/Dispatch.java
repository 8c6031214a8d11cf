package dev.callboard.platform;

import dev.callboard.chat.Outgoing;
import org.jspecify.annotations.Nullable;

/**
 * One change on its way to a platform.
 *
 * @param id the outbox entry, the same at every try
 * @param session the id of the class it is about; null for none
 * @param post the receipt of the post that an edit or removal changes; null for a new post
 */
public record Dispatch(long id, Outgoing change, @Nullable String session, @Nullable Receipt post) {

  /** Of a change that is about no class. */
  public Dispatch(long id, Outgoing change, @Nullable Receipt post) {
    this(id, change, null, post);
  }
}
