package dev.callboard.outbox;

import dev.callboard.chat.Importance;
import dev.callboard.chat.Outgoing;
import java.util.Comparator;

/** A place in the line before a {@link Turnstile}. The more important first, then the older. */
final class Ticket {

  static final Comparator<Ticket> ORDER =
      Comparator.comparing((Ticket ticket) -> ticket.importance)
          .thenComparingLong(ticket -> ticket.id);

  private final Importance importance;
  private final long id;
  private final boolean change;
  private final Runnable called;
  private volatile State state = State.WAITING;
  private volatile long away;

  /** How the holder stands. */
  enum State {
    WAITING,
    /** It may go. */
    THROUGH,
    /** It may go, and all others wait for what comes of it. */
    AHEAD,
    /** It is not to wait here, but to come back. */
    AWAY
  }

  /**
   * @param called told, in the lock of the turnstile, that it need not wait any more
   */
  Ticket(Entry entry, Runnable called) {
    this.importance = entry.change().importance();
    this.id = entry.id();
    this.change = !(entry.change() instanceof Outgoing.Post);
    this.called = called;
  }

  boolean change() {
    return change;
  }

  State state() {
    return state;
  }

  /** Ticks after which to come back. */
  long away() {
    return away;
  }

  void call(State decided) {
    state = decided;
    called.run();
  }

  void sendAway(long ticks) {
    away = ticks;
    call(State.AWAY);
  }
}
