package dev.callboard.chat;

import org.jspecify.annotations.Nullable;

/**
 * One delivery by a platform.
 *
 * @param key the platform's name and its own key of this delivery or occurrence, such as {@code
 *     slack:Ev0CLASS01}: two deliveries with one key are the same thing told twice
 * @param route how the answer reaches the caller
 * @param program who speaks for a person; null where people speak for themselves
 */
public record Delivery(String key, Route route, @Nullable Program program) {

  /** Of a platform that people are on. */
  public Delivery(String key, Route route) {
    this(key, route, null);
  }

  /**
   * A client's program.
   *
   * @param name as its client calls it
   * @param asks a digest of what it asks for, kept with the key: programs make the keys themselves,
   *     and so may give one to two things
   */
  public record Program(String name, String asks) {}

  /** How an answer reaches the caller. */
  public enum Route {
    /** In the answer to the very request. */
    INLINE,
    /** The request takes no answer; it is posted privately, through the outbox. */
    POSTED
  }
}
