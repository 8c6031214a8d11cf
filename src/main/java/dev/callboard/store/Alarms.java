package dev.callboard.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.callboard.desk.Alarm;
import dev.callboard.desk.Ringing;
import dev.callboard.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alarm clock of all classes: db-scheduler, with one task a class. Of several servers, one
 * rings; when it dies while it does, another takes over after a few heartbeats.
 *
 * <p>What is due soon is taken in hand early, one write each, and held until its instant: so a
 * thousand classes ring on the same second. What they say may be thought of while they are held,
 * but is said then and not before, on the state that then is; a change in the meantime sets the
 * alarm anew, and what was held rings in vain.
 */
public final class Alarms implements AutoCloseable {

  static final String TASK = "clock";

  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);

  /** A thousand beats a second, each a commit, that nobody looks at. */
  private static final Duration NEVER = Duration.ofDays(1);

  /** After a ring that failed. */
  static final Duration AGAIN = Duration.ofSeconds(2);

  /** Long enough to take a thousand in hand on a slow machine. */
  static final Duration EARLY = Duration.ofSeconds(3);

  /** Whoever must wait longer has the time to think ahead. */
  private static final Duration LONG = Duration.ofMillis(300);

  /** As many may be in hand; each is a virtual thread that waits. */
  private static final int RINGERS = 2_048;

  /** Threads that wait for the second they are to ring at. */
  private final Set<Thread> holding = ConcurrentHashMap.newKeySet();

  private volatile boolean open = true;

  private final HikariDataSource source;
  private final Scheduler scheduler;

  /**
   * What rings, and when.
   *
   * @param look how often to look for what is due
   * @param server a name no other running server has, 50 characters at most
   */
  public record Clockwork(Ringing ringing, InstantSource clock, Duration look, String server) {}

  /**
   * Builds it.
   *
   * @param shared whether another server takes over what this one had in hand when it dies
   */
  Alarms(DataSource driver, JdbcCustomization table, boolean shared, Clockwork work) {
    source = new HikariDataSource(pool(driver));
    Task<Void> task =
        Tasks.custom(TASK, Void.class)
            .onDeadExecutionRevive()
            .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN.minus(EARLY)))
            .execute((instance, context) -> rings(instance, context, work));
    scheduler =
        Scheduler.create(source, task)
            .clock(() -> work.clock().instant().plus(EARLY))
            .jdbcCustomization(table)
            .schedulerName(new SchedulerName.Fixed(work.server()))
            .executorService(
                Executors.newFixedThreadPool(
                    RINGERS, Thread.ofVirtual().name("clock-", 0).factory()))
            .threads(RINGERS)
            .pollUsingFetch(0.5, 1)
            .pollingInterval(work.look())
            .heartbeatInterval(shared ? HEARTBEAT : NEVER)
            .missedHeartbeatsLimit(4)
            .build();
  }

  private CompletionHandler<Void> rings(
      TaskInstance<Void> instance, ExecutionContext context, Clockwork work) {
    Instant due = context.getExecution().executionTime;
    SessionId session = new SessionId(instance.getId());
    if (left(due, work).compareTo(LONG) > 0) {
      work.ringing().soon(session, due);
    }
    return held(due, work)
        ? next(work.ringing().ring(session))
        : next(new Alarm.At(due)); // for whoever comes next
  }

  /** Waits for an instant, however the clock is set meanwhile; false when it is closed before. */
  private boolean held(Instant due, Clockwork work) {
    holding.add(Thread.currentThread());
    try {
      Duration left = left(due, work);
      while (open && left.isPositive() && !Thread.currentThread().isInterrupted()) {
        Duration slice = left.compareTo(work.look()) < 0 ? left : work.look();
        LockSupport.parkNanos(this, slice.toNanos());
        left = left(due, work);
      }
      return !left.isPositive();
    } finally {
      holding.remove(Thread.currentThread());
    }
  }

  private static Duration left(Instant due, Clockwork work) {
    return Duration.between(work.clock().instant(), due);
  }

  /** Few connections, for SQLite has one writer at a time. */
  private static HikariConfig pool(DataSource driver) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(driver);
    config.setPoolName("alarms");
    config.setMaximumPoolSize(2);
    return config;
  }

  private static CompletionHandler<Void> next(Alarm alarm) {
    return switch (alarm) {
      case Alarm.Keep _ -> (_, _) -> {};
      case Alarm.At at ->
          (complete, operations) ->
              unlessMoved(complete.getExecution(), () -> operations.reschedule(complete, at.due()));
      case Alarm.Off _ ->
          (complete, operations) -> unlessMoved(complete.getExecution(), operations::remove);
    };
  }

  /** A command that moved the alarm in the meantime has the last word. */
  private static void unlessMoved(Execution execution, Runnable write) {
    try {
      write.run();
    } catch (RuntimeException moved) {
      LOG.debug("{} was set anew while it rang", execution, moved);
    }
  }

  public void start() {
    scheduler.start();
  }

  /** Lets what rings just now finish; what is held is given back. */
  @Override
  public void close() {
    open = false;
    holding.forEach(LockSupport::unpark);
    scheduler.stop();
    source.close();
  }
}
