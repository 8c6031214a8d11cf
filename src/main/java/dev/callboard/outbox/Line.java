package dev.callboard.outbox;

import java.util.TreeSet;

/** Those who wait for one limit of a {@link Turnstile}, in whose lock it is used. */
final class Line {

  private final Limit limit;
  private final TreeSet<Ticket> waiting = new TreeSet<>(Ticket.ORDER);

  Line(Limit limit) {
    this.limit = limit;
  }

  void add(Ticket ticket) {
    waiting.add(ticket);
  }

  void remove(Ticket ticket) {
    waiting.remove(ticket);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Ticks until the first may go; 0 when it may now, for ever when nobody waits. */
  long early(long now) {
    return waiting.isEmpty() ? Long.MAX_VALUE : limit.early(now);
  }

  /** Takes the first out of the line, and its share of the limit. */
  Ticket next(long now) {
    limit.take(now);
    return waiting.removeFirst();
  }

  /** Nobody goes until then. */
  void close(long until) {
    limit.close(until);
  }

  /** Sends all away who wait. */
  void sendAway(long ticks) {
    waiting.forEach(ticket -> ticket.sendAway(ticks));
    waiting.clear();
  }
}
