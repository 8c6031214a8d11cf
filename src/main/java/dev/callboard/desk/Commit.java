package dev.callboard.desk;

import dev.callboard.chat.Outgoing;
import dev.callboard.session.Erasure;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one decision writes, in one transaction.
 *
 * @param session whose log it extends; null when it only says something, as help in a room without
 *     a class
 * @param expected the number of the newest event that the decision knew; 0 for a new session
 * @param events numbered from {@code expected + 1}. An {@code Opened} among them binds its rooms
 *     (it conflicts when one belongs to another open class) and indexes its people; {@code
 *     Recognised} indexes an account; {@code Ended} makes the class no longer open, its rooms still
 *     lead to it
 * @param deliveryKey what came in, kept so that it is not done twice; null for what nobody
 *     delivered
 * @param out messages for the outbox, in order
 * @param alarm when the clock must look at the class next
 * @param claim the facts that a class takes with its opening; null when it takes none
 * @param asks a digest of what came in, kept with its key; null for most
 * @param erasure people to be taken out of all that was written of the session before; null but for
 *     that
 */
public record Commit(
    @Nullable SessionId session,
    long expected,
    List<Recorded> events,
    @Nullable String deliveryKey,
    List<Outgoing> out,
    Instant at,
    Alarm alarm,
    @Nullable Claim claim,
    @Nullable String asks,
    @Nullable Erasure erasure) {

  /** A commit that claims nothing and leaves what was written before as it is. */
  public Commit(
      @Nullable SessionId session,
      long expected,
      List<Recorded> events,
      @Nullable String deliveryKey,
      List<Outgoing> out,
      Instant at,
      Alarm alarm) {
    this(session, expected, events, deliveryKey, out, at, alarm, null, null, null);
  }

  /** A commit that leaves the clock alone. */
  public Commit(
      @Nullable SessionId session,
      long expected,
      List<Recorded> events,
      @Nullable String deliveryKey,
      List<Outgoing> out,
      Instant at) {
    this(session, expected, events, deliveryKey, out, at, new Alarm.Keep());
  }

  /** The same, taking what is kept for the class that it opens. */
  public Commit claiming(@Nullable Claim next) {
    return new Commit(session, expected, events, deliveryKey, out, at, alarm, next, asks, erasure);
  }

  /** The same, with a digest of what came in. */
  public Commit asking(@Nullable String next) {
    return new Commit(session, expected, events, deliveryKey, out, at, alarm, claim, next, erasure);
  }

  /** The same, taking people out of what was written before. */
  public Commit erasing(Erasure next) {
    return new Commit(session, expected, events, deliveryKey, out, at, alarm, claim, asks, next);
  }

  public Commit {
    events = List.copyOf(events);
    out = List.copyOf(out);
  }
}
