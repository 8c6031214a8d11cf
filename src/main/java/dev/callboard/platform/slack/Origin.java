package dev.callboard.platform.slack;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import org.jspecify.annotations.Nullable;

/**
 * Where a command came from, and so the ways back to its caller.
 *
 * @param key of the delivery, for logs
 * @param trigger opens a view within 3 s, once
 * @param responseUrl five answers within half an hour; null from the Home tab and from modals
 * @param view the modal that the button stands on, null when it stands elsewhere
 */
record Origin(
    String key,
    Person person,
    Place place,
    Surface surface,
    String trigger,
    @Nullable String responseUrl,
    @Nullable String view) {

  /** What the command was given on. */
  enum Surface {
    /** The composer: a slash command. */
    COMPOSER,
    /** A message that only the caller sees; it may be replaced. */
    OWN_MESSAGE,
    /** A message that others see too; it must never be replaced by a private answer. */
    SHARED_MESSAGE,
    HOME,
    MODAL
  }

  boolean replaceable() {
    return surface == Surface.OWN_MESSAGE;
  }
}
