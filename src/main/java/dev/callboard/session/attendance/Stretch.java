package dev.callboard.session.attendance;

import java.time.Instant;

/**
 * A time that somebody was there, and how sure its ends are.
 *
 * @param to the moment of asking while they are still here
 */
public record Stretch(Instant from, Instant to, Start start, End end) {

  /** How the beginning is known. */
  public enum Start {
    TOLD,
    /** Only the leave was told: it begins where their last known time ended, or the class. */
    UNKNOWN
  }

  /** How the end is known. */
  public enum End {
    TOLD,
    /**
     * No leave was told before the same connection joined once more: one was lost, or two devices
     * have one connection. It ends there, and the next begins.
     */
    JOINED_AGAIN,
    /** Nobody told of their leave, but by then they were found to be there no longer. */
    GONE,
    /** Nobody told of their leave, but the meeting ended for all. */
    MEETING_OVER,
    /** Nobody told of any end: it ends with the class. */
    ASSUMED,
    /** They are still here. */
    HERE
  }
}
