package dev.callboard.outbox;

import dev.callboard.platform.Carrier;
import dev.callboard.platform.Pace;
import dev.callboard.platform.Rate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the shelf: one virtual thread a lane that has something to say, none while it has not.
 * Woken at commit; a sweep finds what a crash or another server left over.
 */
public final class Outbox implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration SWEEP = Duration.ofSeconds(5);

  /** Of a platform that is off: what is for it is given up, which takes no time. */
  private static final Pace OFF =
      new Pace(Rate.perSecond(1_000), Rate.perSecond(1_000), null, Pace.Refusal.LANE);

  private final Map<String, Carrier> carriers;
  private final Complaints complaints;
  private final Works works;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
  private final Map<String, Turnstile> turnstiles = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService alarm = scheduler("outbox-alarm");

  /** Talks to the database, which may be slow; no alarm may be late for that. */
  private final ScheduledExecutorService rounds = scheduler("outbox-rounds");

  /** Lanes in hand are held, whatever else takes long, and until the last call is back. */
  private final ScheduledExecutorService beats = scheduler("outbox-beats");

  private volatile boolean open = true;

  /**
   * What it asks and tells of the classes whose messages it sends.
   *
   * @param trouble told what was given up
   * @param relevance asked of prompts that waited
   */
  public record Classes(Trouble trouble, Relevance relevance) {}

  /**
   * @param server a name no other running server has
   */
  public Outbox(
      Shelf shelf,
      List<? extends Carrier> carriers,
      Classes classes,
      InstantSource clock,
      String server) {
    this.carriers =
        carriers.stream().collect(Collectors.toUnmodifiableMap(Carrier::platform, c -> c));
    this.complaints = new Complaints(classes.trouble(), clock);
    this.works =
        new Works(
            shelf,
            new Sender(shelf, this.carriers, complaints, classes.relevance(), clock),
            new Lease(System.nanoTime()),
            clock,
            server,
            this::begin,
            alarm,
            () -> open);
  }

  private static ScheduledExecutorService scheduler(String name) {
    ScheduledThreadPoolExecutor scheduler =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory());
    scheduler.setRemoveOnCancelPolicy(true);
    return scheduler;
  }

  /** Starts with what an earlier run left, and looks again now and then. */
  public void start() {
    var _ = rounds.scheduleWithFixedDelay(this::sweep, 0, SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    var _ =
        beats.scheduleWithFixedDelay(this::renew, 0, Lease.BEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Something was committed for these lanes. */
  public void wake(Set<String> woken) {
    if (open) {
      woken.forEach(name -> lanes.compute(name, (_, lane) -> woken(name, lane)));
    }
  }

  /** Whether no lane has work in hand. */
  boolean idle() {
    return lanes.values().stream().noneMatch(Lane::busy);
  }

  /** How many lanes are kept in mind. */
  int lanes() {
    return lanes.size();
  }

  /** Within the map's lock, so that no lane is forgotten while it is woken. */
  private Lane woken(String name, @Nullable Lane known) {
    Lane lane = known == null ? lane(name) : known;
    lane.wake();
    return lane;
  }

  private Lane lane(String name) {
    Carrier carrier = carriers.get(name.substring(0, name.indexOf('/')));
    Pace pace = carrier == null ? OFF : carrier.pace();
    String tenant = name.substring(0, name.indexOf('/', name.indexOf('/') + 1));
    Turnstile turnstile = turnstiles.computeIfAbsent(tenant, _ -> turnstile(tenant, pace));
    return new Lane(name, works, turnstile, new Limit(pace.lane(), System.nanoTime()));
  }

  private Turnstile turnstile(String tenant, Pace pace) {
    return new Turnstile(tenant, pace, System::nanoTime, new Wakeup(alarm)::in);
  }

  /** Looks for what nobody was woken for, and forgets lanes that have nothing to say. */
  void sweep() {
    try {
      lanes.keySet().forEach(name -> lanes.computeIfPresent(name, (_, lane) -> kept(lane)));
      wake(works.shelf().waiting(works.clock().instant().plus(SWEEP)));
      complaints.tellRest();
    } catch (RuntimeException exception) {
      LOG.error("the outbox could not look for what is left over", exception);
    }
  }

  private @Nullable Lane kept(Lane lane) {
    return lane.forgettable() ? null : lane;
  }

  private void renew() {
    try {
      long asked = System.nanoTime();
      works.shelf().renew(works.server(), works.clock().instant().plus(Lease.LENGTH));
      works.lease().renewed(asked);
    } catch (RuntimeException exception) {
      LOG.warn("the lanes in hand could not be renewed: {}", exception.toString());
    }
  }

  private void begin(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException closing) {
      LOG.debug("closing; the next start sends what waits", closing);
    }
  }

  @Override
  public void close() {
    open = false;
    alarm.shutdownNow();
    rounds.shutdownNow();
    lanes.values().forEach(Lane::close);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    beats.shutdownNow();
    complaints.tellAll();
  }
}
