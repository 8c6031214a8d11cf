package dev.callboard.outbox;

import dev.callboard.chat.Destination;
import dev.callboard.chat.Outgoing;
import dev.callboard.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message waiting to leave.
 *
 * @param id grows with the order of commits
 * @param attempts how often it was tried
 * @param due not to be tried before
 */
public record Entry(
    long id,
    @Nullable SessionId session,
    Outgoing change,
    int attempts,
    Instant due,
    Instant committed) {

  /** Whether it is for a client's program: what that missed, no producer can mend. */
  public boolean isForProgram() {
    return change.to().platform().equals(Destination.WEBHOOK);
  }

  boolean expired(Instant now) {
    Instant expires = change.terms().expires();
    return expires != null && !expires.isAfter(now);
  }

  /** When it is to be tried; the past when that is now. A clock that was put back holds up none. */
  Instant ready() {
    return attempts > 0 ? due : Instant.MIN;
  }

  /** The same after a try that failed. */
  Entry again(Instant later) {
    return new Entry(id, session, change, attempts + 1, later, committed);
  }
}
