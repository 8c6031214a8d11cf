package dev.callboard.outbox;

import dev.callboard.platform.Adapter;
import dev.callboard.platform.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the shelf: one virtual thread a lane that has something to say, none while it has not.
 * Woken at commit; a sweep finds what a crash or another server left over.
 */
public final class Outbox implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration SWEEP = Duration.ofSeconds(5);
  private static final int BATCH = 32;

  private final Shelf shelf;
  private final Map<String, Adapter> adapters;
  private final Sender sender;
  private final InstantSource clock;
  private final String server;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
  private final Map<String, Limit> tenants = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("outbox-alarm").factory());
  private volatile boolean open = true;

  /**
   * @param server a name no other running server has
   */
  public Outbox(
      Shelf shelf, List<Adapter> adapters, Trouble trouble, InstantSource clock, String server) {
    this.shelf = shelf;
    this.adapters =
        adapters.stream().collect(Collectors.toUnmodifiableMap(Adapter::platform, a -> a));
    this.sender = new Sender(shelf, this.adapters, trouble, clock);
    this.clock = clock;
    this.server = server;
  }

  /** Starts with what an earlier run left, and looks again now and then. */
  public void start() {
    var _ = alarm.scheduleWithFixedDelay(this::sweep, 0, SWEEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Something was committed for these lanes. */
  public void wake(Set<String> woken) {
    for (String lane : woken) {
      lanes.computeIfAbsent(lane, this::lane).wake();
    }
  }

  /** Whether no lane has work in hand. */
  boolean idle() {
    return lanes.values().stream().noneMatch(Lane::busy);
  }

  private Lane lane(String name) {
    Adapter adapter = adapters.get(name.substring(0, name.indexOf('/')));
    Pace pace = adapter == null ? new Pace(1, Duration.ofSeconds(1), 1) : adapter.pace();
    long now = System.nanoTime();
    String tenant = name.substring(0, name.indexOf('/', name.indexOf('/') + 1));
    Duration share = Duration.ofSeconds(1).dividedBy(pace.tenantPerSecond());
    Limit ofTenant =
        tenants.computeIfAbsent(tenant, _ -> new Limit(pace.tenantPerSecond(), share, now));
    return new Lane(name, List.of(new Limit(pace.burst(), pace.each(), now), ofTenant));
  }

  private void sweep() {
    try {
      wake(shelf.waiting(clock.instant()));
    } catch (RuntimeException exception) {
      LOG.error("the outbox could not look for what is left over", exception);
    }
  }

  @Override
  public void close() {
    open = false;
    alarm.shutdownNow();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** One queue and the thread that works on it while there is work. */
  private final class Lane {

    private final String name;
    private final List<Limit> limits;
    private boolean running;
    private boolean again;

    Lane(String name, List<Limit> limits) {
      this.name = name;
      this.limits = limits;
    }

    synchronized void wake() {
      again = true;
      if (!running && open) {
        running = true;
        threads.execute(this::run);
      }
    }

    synchronized boolean busy() {
      return running;
    }

    private synchronized boolean done() {
      if (again && open) {
        again = false;
        return false;
      }
      running = false;
      return true;
    }

    private void run() {
      while (!done()) {
        try {
          Optional<Instant> later = drain();
          shelf.release(name, server);
          later.ifPresent(this::wakeAt);
        } catch (RuntimeException exception) {
          LOG.error("lane {} stopped; the sweep takes it up again", name, exception);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }

    /** Sends what is due, in order; tells when the first that is not yet due will be. */
    private Optional<Instant> drain() throws InterruptedException {
      while (open) {
        Instant now = clock.instant();
        List<Entry> entries = shelf.claim(name, server, now, now.plus(LEASE), BATCH);
        if (entries.isEmpty()) {
          return Optional.empty();
        }
        long renew = System.nanoTime() + LEASE.dividedBy(2).toNanos();
        for (Entry entry : entries) {
          if (entry.due().isAfter(clock.instant())) {
            return Optional.of(entry.due());
          }
          if (!open || !mayGo(renew)) {
            break; // claimed anew, for the lease may end while it waits
          }
          Optional<Instant> again = sender.send(entry);
          if (again.isPresent()) {
            return again;
          }
        }
      }
      return Optional.empty();
    }

    /** Waits for this lane's turn; false when it would come after so many ticks. */
    private boolean mayGo(long latest) throws InterruptedException {
      for (Limit limit : limits) {
        long wait = limit.take(System.nanoTime());
        while (wait > 0) {
          if (System.nanoTime() + wait - latest > 0) {
            return false;
          }
          TimeUnit.NANOSECONDS.sleep(wait);
          wait = limit.take(System.nanoTime());
        }
      }
      return true;
    }

    private void wakeAt(Instant due) {
      long millis = Math.max(1, Duration.between(clock.instant(), due).toMillis());
      if (open) {
        var _ = alarm.schedule(this::wake, millis, TimeUnit.MILLISECONDS);
      }
    }
  }
}
