package dev.callboard.campaign;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The time from one start of the server to its end, as those who talk to it see it. */
final class Life {

  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final int port;
  private final CountDownLatch hurry = new CountDownLatch(1);
  private final AtomicInteger acknowledged = new AtomicInteger();
  private volatile boolean over;

  Life(int port) {
    this.port = port;
  }

  int port() {
    return port;
  }

  boolean over() {
    return over;
  }

  /** Somebody got a reply. */
  void acknowledge() {
    acknowledged.incrementAndGet();
  }

  /** Waits for so many replies; a life that lasts long enough without them is not prolonged. */
  void await(int replies) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (acknowledged.get() < replies && System.nanoTime() < end) {
      var _ = hurry.await(2, TimeUnit.MILLISECONDS);
    }
  }

  void end() {
    over = true;
    hurry.countDown();
  }

  /** From now on nobody thinks before they type. */
  void hurry() {
    hurry.countDown();
  }

  /** Takes the time a person takes, unless there is hurry. */
  void think(Duration time) throws InterruptedException {
    var _ = hurry.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
