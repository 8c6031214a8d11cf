package dev.callboard.outbox;

import dev.callboard.platform.Pace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the messages of one tenant of one platform through, at the pace it takes them, the more
 * important first; sends all away while the platform is silent. Thread-safe.
 */
final class Turnstile {

  private static final Logger LOG = LoggerFactory.getLogger(Turnstile.class);

  private final String name;
  private final Pace pace;
  private final Line posts;
  private final Line changes;
  private final List<Line> lines;
  private final Circuit circuit = new Circuit();
  private final LongSupplier ticks;
  private final ObjLongConsumer<Runnable> alarm;
  private boolean rings;
  private long ringsAt;

  /**
   * @param ticks the machine's own, in nanoseconds
   * @param alarm runs something after so many ticks
   */
  Turnstile(String name, Pace pace, LongSupplier ticks, ObjLongConsumer<Runnable> alarm) {
    long now = ticks.getAsLong();
    this.name = name;
    this.pace = pace;
    this.posts = new Line(new Limit(pace.tenant(), now));
    this.changes = pace.changes() == null ? posts : new Line(new Limit(pace.changes(), now));
    this.lines = posts == changes ? List.of(posts) : List.of(posts, changes);
    this.ticks = ticks;
    this.alarm = alarm;
  }

  /** Stands in line; the ticket may be called before this returns. */
  synchronized void join(Ticket ticket) {
    line(ticket).add(ticket);
    turn();
  }

  /** Gives up waiting, if it still waits; how the ticket stands now is for good. */
  synchronized Ticket.State leave(Ticket ticket) {
    line(ticket).remove(ticket);
    return ticket.state();
  }

  /**
   * Comes back from sending.
   *
   * @return how long the ticket's lane alone must pause
   */
  synchronized Duration back(Ticket ticket, Verdict verdict) {
    boolean wasOpen = circuit.isOpen();
    boolean ahead = ticket.state() == Ticket.State.AHEAD;
    switch (verdict.answer()) {
      case GIVEN -> circuit.answered();
      case NONE -> circuit.silent(ahead, now(), ThreadLocalRandom.current().nextDouble());
      case NOT_ASKED -> {
        if (ahead) {
          circuit.learntNothing();
        }
      }
    }
    boolean all = pace.refusal() == Pace.Refusal.TENANT;
    if (all) {
      line(ticket).close(now() + verdict.tooMany().toNanos());
    }
    tell(wasOpen);
    turn();
    return all ? Duration.ZERO : verdict.tooMany();
  }

  private void tell(boolean wasOpen) {
    if (!wasOpen && circuit.isOpen()) {
      LOG.warn("{} does not answer; its messages wait, one at a time asks again", name);
    } else if (wasOpen && !circuit.isOpen()) {
      LOG.info("{} answers again", name);
    }
  }

  /** Calls all who may go now. */
  private void turn() {
    long now = now();
    long closed = circuit.early(now);
    for (Line line : lines) {
      if (closed > 0) {
        line.sendAway(closed);
      }
      while (line.early(now) == 0 && !circuit.probing()) {
        line.next(now).call(goes());
      }
      if (!line.isEmpty() && !circuit.probing()) {
        ring(now, line.early(now));
      }
    }
  }

  /** One alarm does for all who wait. */
  private void ring(long now, long in) {
    if (!rings || now + in - ringsAt < 0) {
      rings = true;
      ringsAt = now + in;
      alarm.accept(this::rang, in);
    }
  }

  private synchronized void rang() {
    rings = false;
    turn();
  }

  private Ticket.State goes() {
    if (!circuit.isOpen()) {
      return Ticket.State.THROUGH;
    }
    circuit.sendAhead();
    return Ticket.State.AHEAD;
  }

  private Line line(Ticket ticket) {
    return ticket.change() ? changes : posts;
  }

  private long now() {
    return ticks.getAsLong();
  }

  /**
   * What came of sending.
   *
   * @param tooMany how long the platform wants to be left alone; zero when it does not say so
   */
  record Verdict(Answer answer, Duration tooMany) {

    static final Verdict NOT_ASKED = new Verdict(Answer.NOT_ASKED, Duration.ZERO);

    enum Answer {
      GIVEN,
      NONE,
      NOT_ASKED
    }
  }
}
