package dev.callboard.session;

import java.time.Instant;

/**
 * An event in the log.
 *
 * @param seq counted from 1 within the session, without gaps
 * @param at when it was decided
 * @param by who caused it: a person's key, {@code platform:account} of a stranger, or {@code
 *     callboard}
 */
public record Recorded(long seq, Instant at, String by, Event event) {}
