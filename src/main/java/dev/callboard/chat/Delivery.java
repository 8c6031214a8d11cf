package dev.callboard.chat;

/**
 * One delivery by a platform.
 *
 * @param key the platform's name and its own key of this delivery or occurrence, such as {@code
 *     slack:Ev0CLASS01}: two deliveries with one key are the same thing told twice
 * @param route how the answer reaches the caller
 */
public record Delivery(String key, Route route) {

  /** How an answer reaches the caller. */
  public enum Route {
    /** In the answer to the very request. */
    INLINE,
    /** The request takes no answer; it is posted privately, through the outbox. */
    POSTED
  }
}
