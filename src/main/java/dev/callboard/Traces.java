package dev.callboard;

import dev.callboard.chat.Place;
import dev.callboard.desk.Ledger;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.Carrier;
import dev.callboard.platform.Door;
import dev.callboard.platform.Webhook;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a request while it is worked on, see {@code traces.md}. Each method gives what it
 * is given, or that with a look taken at what passes. This one looks at nothing.
 */
interface Traces extends AutoCloseable {

  /** When nobody asked for traces: nothing stands in the way, and no library is loaded. */
  Traces OFF = new Traces() {};

  /**
   * What spans may name.
   *
   * @param words those of commands; what else is typed is nobody's business
   */
  record Known(Set<String> words, Classes classes) {}

  /** Finds classes, from memory where it is there. */
  @FunctionalInterface
  interface Classes {

    /**
     * A class; empty when there is none.
     *
     * @param place where something came from
     * @param id of the class, or null for that of the place
     */
    Optional<Session> find(Place place, @Nullable SessionId id);
  }

  /** Where an adapter's requests come in. */
  default Webhook webhook(Adapter adapter) {
    return adapter;
  }

  /**
   * The door.
   *
   * @param entrance the platform, or the page, whose door it is
   */
  default Door door(String entrance, Door door) {
    return door;
  }

  default Ledger ledger(Ledger ledger) {
    return ledger;
  }

  default Carrier carrier(Carrier carrier) {
    return carrier;
  }

  /** Sends what is not sent yet, but waits for that no longer than a few seconds. */
  @Override
  default void close() {}
}
