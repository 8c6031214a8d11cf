package dev.callboard.platform.slack;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries something until it works, with growing pauses, without holding up anybody: Slack out of
 * reach must not keep Callboard from starting. Says so once, not at every try.
 */
final class Persistence implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Duration first;

  Persistence(Duration first) {
    this.first = first;
  }

  /** Something that may fail for a while. */
  @FunctionalInterface
  interface Attempt {
    void run() throws Exception;
  }

  /**
   * Starts trying, on a thread of its own.
   *
   * @param what for the log: what does not work meanwhile
   */
  void start(String what, Attempt attempt) {
    var _ = Thread.ofVirtual().name("slack-start").start(() -> untilDone(what, attempt));
  }

  private void untilDone(String what, Attempt attempt) {
    Duration pause = first;
    boolean told = false;
    while (closed.getCount() > 0) {
      try {
        attempt.run();
        return;
      } catch (Exception failure) { // the SDK throws all sorts, and every sort means: later
        if (!told && closed.getCount() > 0) {
          LOG.warn("slack: {}; trying again: {}", what, failure.getMessage());
          told = true;
        }
        pause = waited(pause);
      }
    }
  }

  private Duration waited(Duration pause) {
    try {
      boolean over = closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
      Duration doubled = pause.multipliedBy(2);
      return over || doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      close();
      return pause;
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
