package dev.callboard.store;

import dev.callboard.desk.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. What callers ask for while it syncs the disk goes into the next
 * transaction together; each caller returns once its own part is on disk. When a group fails, its
 * members are tried one by one, so that a bad one harms nobody else.
 */
final class Writer implements AutoCloseable {

  private static final int GROUP = 512;

  private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
  private final DataSource source;
  private final Thread thread;
  private @Nullable Statements statements;
  private volatile boolean open = true;

  /**
   * One thing to write: a commit, or some other work.
   *
   * @param row null for other work
   * @param work null for a commit
   */
  private record Job(@Nullable Row row, @Nullable Work work, CompletableFuture<Outcome> outcome) {}

  Writer(DataSource source) {
    this.source = source;
    thread = Thread.ofPlatform().name("store-writer").start(this::run);
  }

  /** Writes a commit; blocks until it is on disk. */
  Outcome commit(Row row) {
    return await("commit", new Job(row, null, new CompletableFuture<>()));
  }

  /** Does other work; blocks until it is on disk. */
  void write(String operation, Work work) {
    await(operation, new Job(null, work, new CompletableFuture<>()));
  }

  private Outcome await(String operation, Job job) {
    if (!open) {
      throw new StoreException(operation, new IllegalStateException("the store is closed"));
    }
    queue.add(job);
    try {
      return job.outcome().join();
    } catch (CompletionException exception) {
      Throwable cause = exception.getCause();
      throw new StoreException(operation, cause == null ? exception : cause);
    }
  }

  private void run() {
    List<Job> jobs = new ArrayList<>(GROUP);
    while (open || !queue.isEmpty()) {
      try {
        jobs.add(queue.take());
        queue.drainTo(jobs, GROUP - 1);
        together(jobs);
      } catch (InterruptedException interrupted) {
        // close() wakes the thread; it ends once the queue is empty
      }
      jobs.clear();
    }
    reset();
  }

  private void together(List<Job> jobs) {
    try {
      transaction(jobs);
    } catch (SQLException | RuntimeException groupFailed) {
      reset();
      for (Job job : jobs) {
        alone(job);
      }
    }
  }

  private void alone(Job job) {
    try {
      transaction(List.of(job));
    } catch (SQLException | RuntimeException exception) {
      reset();
      job.outcome().completeExceptionally(exception);
    }
  }

  private void transaction(List<Job> jobs) throws SQLException {
    Statements prepared = statements();
    List<Row> rows = new ArrayList<>(jobs.size());
    for (Job job : jobs) {
      if (job.row() != null) {
        rows.add(job.row());
      }
    }
    Outcome[] outcomes = rows.isEmpty() ? new Outcome[0] : new LogWrites(prepared).write(rows);
    for (Job job : jobs) {
      if (job.work() != null) {
        job.work().run(prepared);
      }
    }
    prepared.connection().commit();
    int next = 0;
    for (Job job : jobs) {
      job.outcome().complete(job.row() == null ? Outcome.DONE : outcomes[next++]);
    }
  }

  private Statements statements() throws SQLException {
    Statements known = statements;
    if (known == null) {
      Connection connection = source.getConnection();
      connection.setAutoCommit(false);
      known = new Statements(connection);
      statements = known;
    }
    return known;
  }

  /** Undoes what is open and gives the connection back; the next transaction takes a fresh one. */
  private void reset() {
    Statements known = statements;
    statements = null;
    if (known == null) {
      return;
    }
    try (Connection connection = known.connection()) {
      connection.rollback();
    } catch (SQLException broken) {
      // it is given up in any case
    }
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
