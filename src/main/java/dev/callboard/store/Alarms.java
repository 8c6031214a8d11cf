package dev.callboard.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.callboard.desk.Alarm;
import dev.callboard.session.SessionId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alarm clock of all classes: db-scheduler, with one task a class. Of several servers, one
 * rings; when it dies while it does, another takes over after a few heartbeats.
 */
public final class Alarms implements AutoCloseable {

  static final String TASK = "clock";

  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final int RINGERS = 32;

  private final HikariDataSource source;
  private final Scheduler scheduler;

  /**
   * What rings, and when.
   *
   * @param ring does what is due in a class; its answer is the next alarm, unless a commit of its
   *     own has set that
   * @param look how often to look for what is due
   * @param server a name no other running server has, 50 characters at most
   */
  public record Clockwork(
      Function<SessionId, Alarm> ring, InstantSource clock, Duration look, String server) {}

  Alarms(DataSource driver, Clockwork work) {
    source = new HikariDataSource(pool(driver));
    Task<Void> task =
        Tasks.custom(TASK, Void.class)
            .onDeadExecutionRevive()
            .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
            .execute((instance, _) -> next(work.ring().apply(new SessionId(instance.getId()))));
    scheduler =
        Scheduler.create(source, task)
            .clock(work.clock()::instant)
            .schedulerName(new SchedulerName.Fixed(work.server()))
            .executorService(
                Executors.newFixedThreadPool(
                    RINGERS, Thread.ofVirtual().name("clock-", 0).factory()))
            .threads(RINGERS)
            .pollUsingFetch(1, RINGERS)
            .pollingInterval(work.look())
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(4)
            .build();
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

  /** Lets what rings just now finish. */
  @Override
  public void close() {
    scheduler.stop();
    source.close();
  }
}
