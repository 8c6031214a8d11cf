package dev.callboard.desk;

import dev.callboard.session.SessionId;
import java.time.Instant;

/** What a class does when its alarm rings. */
@FunctionalInterface
public interface Ringing {

  /**
   * Does what is due.
   *
   * @return when to look again, unless a commit of this call has set that
   */
  Alarm ring(SessionId id);

  /** The alarm of a class will ring soon: what can be thought of before need not be then. */
  default void soon(SessionId id, Instant due) {}
}
