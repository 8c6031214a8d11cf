package dev.callboard.outbox;

import dev.callboard.outbox.Lineup.Step;
import dev.callboard.outbox.Turnstile.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One queue, and the thread that works on it while there is work. Thread-safe. */
final class Lane {

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  /** A lane is ready, its entries read, so long before one of them is due. */
  private static final Duration LEAD = Duration.ofMillis(400);

  /** Whoever must wait longer for the pace of its lane gives its thread back. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Whoever waits for its turn so long looks whether something more important came. */
  private static final Duration GLANCE = Duration.ofMillis(250);

  /** So often a lane that must pause looks for what came since: a prompt is of use for longer. */
  private static final Duration PAUSED_LOOK = Duration.ofSeconds(30);

  private final String name;
  private final Works works;
  private final Turnstile turnstile;
  private final Limit limit;
  private final Wakeup wakeup;
  private final Watch watch = new Watch();

  /** While it must pause, what waits in it is not looked at before. */
  private Instant look = Instant.MIN;

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
      long early = limit.early(System.nanoTime());
      if (early > PATIENCE.toNanos() && works.clock().instant().isBefore(look)) {
        return earlier(after(early), look);
      }
      watch.heard();
      Hand hand = Hand.claim(name, works);
      if (hand.isEmpty()) {
        return Instant.MAX;
      }
      Optional<Instant> later = work(hand);
      if (later.isPresent()) {
        return later.get();
      }
      if (hand.isDone() && !watch.isNews()) {
        return Instant.MAX; // whoever commits more says so
      }
    }
    return Instant.MAX;
  }

  /** Works through what was claimed; empty when it must be claimed anew. */
  private Optional<Instant> work(Hand hand) throws InterruptedException {
    Optional<Instant> later = Optional.empty();
    while (later.isEmpty() && !closed() && hand.good(System.nanoTime())) {
      hear(hand);
      switch (next(hand)) {
        case Step.Drop drop -> {
          works.sender().drop(drop.entries(), drop.reason());
          hand.settled(drop.entries());
        }
        case Step.GiveUp old -> {
          works.sender().giveUp(old.entry());
          hand.settled(List.of(old.entry()));
        }
        case Step.Rest wait -> {
          if (watch.isNews()) { // which the hand has no room for
            return Optional.empty();
          }
          later = waitFor(wait.until());
        }
        case Step.Send next -> later = inTurn(next.entry(), hand);
      }
    }
    return later;
  }

  /** Reads what is new, if anything is and there is room for it. */
  private void hear(Hand hand) {
    if (watch.isNews() && hand.hasRoom()) {
      watch.heard();
      hand.more(name);
    }
  }

  private Step next(Hand hand) {
    return Lineup.next(hand.entries(), works.clock().instant(), works.sender()::arrived);
  }

  private Optional<Instant> waitFor(Instant until) throws InterruptedException {
    long nanos = nanosTo(until);
    if (nanos > LEAD.toNanos()) {
      return Optional.of(until);
    }
    boolean passed = watch.awaitNews(nanos, this::closed);
    return passed && nanosTo(until) > 0 ? Optional.of(until) : Optional.empty();
  }

  /** News does not disturb whoever waits here; it is read before anything is sent. */
  private Optional<Instant> inTurn(Entry entry, Hand hand) throws InterruptedException {
    long early = limit.early(System.nanoTime());
    if (early > PATIENCE.toNanos()) {
      return pause(early, hand);
    }
    if (early > 0) {
      watch.await(early, this::closed);
      return Optional.empty();
    }
    Ticket ticket = new Ticket(entry, watch::nod);
    turnstile.join(ticket);
    BooleanSupplier called = () -> closed() || ticket.state() != Ticket.State.WAITING;
    boolean waits = true;
    while (waits && hand.good(System.nanoTime()) && !(watch.isNews() && hand.hasRoom())) {
      waits = watch.await(GLANCE.toNanos(), called);
    }
    return switch (turnstile.leave(ticket)) {
      case WAITING -> Optional.empty();
      case AWAY -> {
        limit.close(System.nanoTime() + ticket.away());
        yield pause(ticket.away(), hand);
      }
      case THROUGH, AHEAD -> {
        through(ticket, entry, hand);
        yield Optional.empty();
      }
    };
  }

  /** Nothing can be sent for so long; what is of no use before then is seen to in its time. */
  private Optional<Instant> pause(long nanos, Hand hand) throws InterruptedException {
    look = earlier(hand.expires(), works.clock().instant().plus(PAUSED_LOOK));
    return waitFor(earlier(after(nanos), look));
  }

  /** Whoever was let through comes back whatever happens: all others may be waiting for that. */
  private void through(Ticket ticket, Entry entry, Hand hand) {
    Verdict verdict = Verdict.NOT_ASKED;
    try {
      hear(hand);
      if (next(hand) instanceof Step.Send(Entry first) && first.equals(entry)) {
        verdict = send(entry, hand);
      }
    } finally {
      Duration pause = turnstile.back(ticket, verdict);
      limit.close(System.nanoTime() + pause.toNanos());
    }
  }

  private Verdict send(Entry entry, Hand hand) {
    limit.take(System.nanoTime());
    Sender.Sent sent = works.sender().send(entry);
    hand.settled(List.of(entry));
    sent.again().ifPresent(later -> hand.add(entry.again(later)));
    return sent.verdict();
  }

  private boolean closed() {
    return !works.open().getAsBoolean();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Instant after(long nanos) {
    return works.clock().instant().plusNanos(nanos);
  }

  private long nanosTo(Instant time) {
    return Duration.between(works.clock().instant(), time).toNanos();
  }
}
