package dev.callboard.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event in the log.
 *
 * @param seq counted from 1 within the session, without gaps
 * @param at when it was decided
 * @param by who caused it: a person's key, {@code platform:account} of a stranger, or {@link
 *     #CALLBOARD}
 * @param via the client's program that spoke for them, by its name; null when they spoke themselves
 */
public record Recorded(long seq, Instant at, String by, @Nullable String via, Event event) {

  /** Who did what nobody asked for: the clock's work, what platforms tell, what is kept to. */
  public static final String CALLBOARD = "callboard";

  /** Caused by whoever it says themselves. */
  public Recorded(long seq, Instant at, String by, Event event) {
    this(seq, at, by, null, event);
  }
}
