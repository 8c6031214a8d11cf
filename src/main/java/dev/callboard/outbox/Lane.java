package dev.callboard.outbox;

import dev.callboard.outbox.Lineup.Step;
import dev.callboard.outbox.Turnstile.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One queue, and the thread that works on it while there is work. Thread-safe. */
final class Lane {

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  /** A lane is ready, its entries read, so long before one of them is due. */
  private static final Duration LEAD = Duration.ofMillis(400);

  /** Whoever must wait longer for the pace of its lane gives its thread back. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Changes can overtake each other among so many; what waits behind them is read later. */
  private static final int READ = 256;

  private final String name;
  private final Works works;
  private final Turnstile turnstile;
  private final Limit limit;
  private final Wakeup wakeup;
  private final Watch watch = new Watch();

  Lane(String name, Works works, Turnstile turnstile, Limit limit) {
    this.name = name;
    this.works = works;
    this.turnstile = turnstile;
    this.limit = limit;
    this.wakeup = new Wakeup(works.alarm());
  }

  /** Something is new. */
  void wake() {
    if (watch.tell()) {
      works.threads().execute(this::run);
    }
  }

  /** Whatever it waits for, it need not. */
  void close() {
    watch.nod();
  }

  boolean busy() {
    return watch.isOnDuty();
  }

  /** Whether a new one would do as well. */
  boolean forgettable() {
    return !busy() && !wakeup.armed() && limit.rested(System.nanoTime());
  }

  private void run() {
    do {
      watch.heard();
      try {
        Instant later = serve();
        works.shelf().release(name, works.server());
        rest(later);
      } catch (RuntimeException exception) {
        LOG.error("lane {} stopped; the sweep takes it up again", name, exception);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    } while (!watch.leave(this::closed));
  }

  private void rest(Instant until) {
    if (until.isBefore(Instant.MAX)) {
      wakeup.in(this::wake, Math.max(0, nanosTo(until) - LEAD.toNanos()));
    }
  }

  /** Sends what can go; tells when there will be more to do. */
  private Instant serve() throws InterruptedException {
    while (!closed()) {
      watch.heard();
      long asked = System.nanoTime();
      Instant now = works.clock().instant();
      List<Entry> entries =
          works.shelf().claim(name, works.server(), now, now.plus(Lease.LENGTH), READ);
      if (entries.isEmpty()) {
        return Instant.MAX;
      }
      Optional<Instant> later = work(new ArrayList<>(entries), asked);
      if (later.isPresent()) {
        return later.get();
      }
    }
    return Instant.MAX;
  }

  /** Works through what was claimed; empty when it must be claimed anew. */
  private Optional<Instant> work(List<Entry> entries, long claimed) throws InterruptedException {
    Sender sender = works.sender();
    Optional<Instant> later = Optional.empty();
    while (later.isEmpty() && !entries.isEmpty() && current(claimed)) {
      switch (Lineup.next(entries, works.clock().instant(), sender::arrived)) {
        case Step.Drop drop -> {
          sender.drop(drop.entries(), drop.reason());
          entries.removeAll(drop.entries());
        }
        case Step.GiveUp old -> {
          sender.giveUp(old.entry());
          entries.remove(old.entry());
        }
        case Step.Rest wait -> later = waitFor(wait.until());
        case Step.Send next -> later = inTurn(next.entry(), entries);
      }
    }
    return later;
  }

  /** Whether what was claimed is still this server's, and all there is. */
  private boolean current(long claimed) {
    return !watch.isNews() && !closed() && works.lease().holds(claimed, System.nanoTime());
  }

  private Optional<Instant> waitFor(Instant until) throws InterruptedException {
    long nanos = nanosTo(until);
    if (nanos > LEAD.toNanos()) {
      return Optional.of(until);
    }
    boolean passed = watch.await(nanos, this::closed);
    return passed && nanosTo(until) > 0 ? Optional.of(until) : Optional.empty();
  }

  private Optional<Instant> inTurn(Entry entry, List<Entry> entries) throws InterruptedException {
    long early = limit.early(System.nanoTime());
    if (early > PATIENCE.toNanos()) {
      return after(early);
    }
    if (early > 0) {
      watch.await(early, this::closed);
      return Optional.empty();
    }
    Ticket ticket = new Ticket(entry, watch::nod);
    turnstile.join(ticket);
    watch.await(Lease.BEAT.toNanos(), () -> closed() || ticket.state() != Ticket.State.WAITING);
    return switch (turnstile.leave(ticket)) {
      case WAITING -> Optional.empty();
      case AWAY -> after(ticket.away());
      case THROUGH, AHEAD -> {
        send(ticket, entry, entries);
        yield Optional.empty();
      }
    };
  }

  private void send(Ticket ticket, Entry entry, List<Entry> entries) {
    Verdict verdict = Verdict.NOT_ASKED;
    limit.take(System.nanoTime());
    try {
      Sender.Sent sent = works.sender().send(entry);
      verdict = sent.verdict();
      entries.remove(entry);
      sent.again().ifPresent(later -> entries.add(entry.again(later)));
    } finally {
      Duration pause = turnstile.back(ticket, verdict);
      limit.close(System.nanoTime() + pause.toNanos());
    }
  }

  private boolean closed() {
    return !works.open().getAsBoolean();
  }

  private Optional<Instant> after(long nanos) {
    return Optional.of(works.clock().instant().plusNanos(nanos));
  }

  private long nanosTo(Instant time) {
    return Duration.between(works.clock().instant(), time).toNanos();
  }
}
