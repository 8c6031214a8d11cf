package dev.callboard.chat;

import org.jspecify.annotations.Nullable;

/**
 * One delivery by a platform.
 *
 * @param key the platform's name and its own key of this delivery or occurrence, such as {@code
 *     slack:Ev0CLASS01}: two deliveries with one key are the same thing told twice
 * @param route how the answer reaches the caller
 * @param asks a digest of what is asked for, kept with the key; null where the platform makes the
 *     keys, and so gives none to two things
 */
public record Delivery(String key, Route route, @Nullable String asks) {

  /** Of a platform that makes its keys itself. */
  public Delivery(String key, Route route) {
    this(key, route, null);
  }

  /** How an answer reaches the caller. */
  public enum Route {
    /** In the answer to the very request. */
    INLINE,
    /** The request takes no answer; it is posted privately, through the outbox. */
    POSTED
  }
}
