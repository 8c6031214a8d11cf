package dev.callboard.store;

import dev.callboard.desk.Outcome;
import dev.callboard.store.EarlyFacts.Keep;
import dev.callboard.store.StoreException.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. What callers ask for while it syncs the disk goes into the next
 * transaction together; each caller returns once its own part is on disk. When a group fails, its
 * members are tried one by one, so that a bad one harms nobody else.
 */
final class Writer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int GROUP = 512;

  private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
  private final HeldStatements held;
  private final Group group;
  private final Thread thread;
  private volatile boolean open = true;
  private volatile boolean ended;

  Writer(DataSource source, Dialect dialect) {
    held = new HeldStatements(source);
    group = new Group(dialect);
    thread = Thread.ofPlatform().name("store-writer").start(this::run);
  }

  /** Writes a commit; blocks until it is on disk. */
  Outcome commit(Row row) {
    return await("commit", new Job(row));
  }

  /** Keeps a fact of a meeting that no class has; blocks until it is on disk. */
  Outcome keep(Keep fact) {
    return await("keep", new Job(fact));
  }

  /**
   * Does other work; blocks until it is on disk.
   *
   * @param resource names the row or table it locks; works of one group run in the order of these
   *     names, so that the groups of two servers never wait for each other
   */
  void write(String operation, String resource, Work work) {
    await(operation, new Job(resource, work));
  }

  private Outcome await(String operation, Job job) {
    if (!open) {
      throw closed(operation);
    }
    queue.add(job);
    if (ended) {
      job.failed(closed(operation)); // it came after the thread's last look
    }
    try {
      return job.outcome().join();
    } catch (CompletionException exception) {
      Throwable cause = exception.getCause();
      throw StoreException.of(operation, cause == null ? exception : cause);
    }
  }

  private static StoreException closed(String operation) {
    return new StoreException(
        Kind.CLOSED, operation, new IllegalStateException("the store is closed"));
  }

  private void run() {
    List<Job> jobs = new ArrayList<>(GROUP);
    while (open || !queue.isEmpty()) {
      try {
        jobs.add(queue.take());
        queue.drainTo(jobs, GROUP - 1);
      } catch (InterruptedException unasked) {
        continue; // nobody but close() ends this thread, and it does so by a job
      }
      together(jobs);
      jobs.clear();
    }
    ended = true;
    for (Job late = queue.poll(); late != null; late = queue.poll()) {
      late.failed(closed("write"));
    }
    held.giveUp();
  }

  private void together(List<Job> jobs) {
    boolean known = held.isThere();
    Throwable first = attempt(jobs);
    Throwable failure = known && unreachable(first) ? attempt(jobs) : first;
    if (failure == null) {
      return;
    }
    if (jobs.size() == 1 || lost(failure)) {
      jobs.forEach(job -> job.failed(failure));
      return;
    }
    LOG.warn("{} writes failed together, each is tried alone: {}", jobs.size(), failure.toString());
    oneByOne(jobs);
  }

  private void oneByOne(List<Job> jobs) {
    for (int i = 0; i < jobs.size(); i++) {
      Throwable failure = attempt(jobs.subList(i, i + 1));
      if (failure == null) {
        continue;
      }
      if (lost(failure)) {
        jobs.subList(i, jobs.size()).forEach(job -> job.failed(failure));
        return;
      }
      jobs.get(i).failed(failure);
    }
  }

  /** A database that was restarted is back on the next connection. */
  private static boolean unreachable(@Nullable Throwable failure) {
    return failure != null
        && !(failure instanceof StoreException)
        && StoreException.kindOf(failure) == Kind.UNREACHABLE;
  }

  /** Whether trying again at once would only make more callers wait, or write something twice. */
  private static boolean lost(Throwable failure) {
    return failure instanceof StoreException stopped
        && (stopped.kind() == Kind.UNREACHABLE || stopped.kind() == Kind.UNCERTAIN);
  }

  /** Writes jobs in one transaction; tells why nothing was written, or null when all is on disk. */
  private @Nullable Throwable attempt(List<Job> jobs) {
    try {
      transaction(jobs);
      return null;
    } catch (Throwable failure) { // even an Error must not end the thread that all callers wait for
      held.giveUp();
      return failure;
    }
  }

  private void transaction(List<Job> jobs) throws SQLException {
    Statements prepared = held.get();
    List<Outcome> outcomes = group.write(jobs, prepared);
    prepared.commit();
    for (int i = 0; i < jobs.size(); i++) {
      jobs.get(i).outcome().complete(outcomes.get(i));
    }
  }

  /** Finishes what is queued, then ends. */
  @Override
  public void close() {
    open = false;
    queue.add(new Job("", _ -> {})); // wakes the thread
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
