package dev.callboard.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how long a peer may keep a thread waiting. A thread that is still waiting for its socket
 * when its time is over is interrupted, which closes the socket.
 */
final class Patience implements AutoCloseable {

  private static final long SWEEP_MILLIS = 500;

  private final InstantSource clock;
  private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("web-patience").factory());

  Patience(InstantSource clock) {
    this.clock = clock;
    ScheduledFuture<?> _ =
        sweeper.scheduleWithFixedDelay(
            this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Grants the calling thread so much time, until the grant is closed. */
  Wait grant(Duration time) {
    Wait wait = new Wait(Thread.currentThread(), clock.instant().plus(time));
    waits.add(wait);
    return wait;
  }

  private void sweep() {
    Instant now = clock.instant();
    waits.forEach(wait -> wait.endIfOver(now));
  }

  @Override
  public void close() {
    sweeper.shutdownNow();
  }

  /** Time granted to one thread. */
  final class Wait implements AutoCloseable {
    private final Thread thread;
    private final Instant until;
    private boolean closed;
    private boolean over;

    private Wait(Thread thread, Instant until) {
      this.thread = thread;
      this.until = until;
    }

    private synchronized void endIfOver(Instant now) {
      if (!closed && !over && now.isAfter(until)) {
        over = true;
        thread.interrupt();
      }
    }

    /** Ends the grant; an interrupt that came of it is taken back, so it hits nothing else. */
    @Override
    public void close() {
      waits.remove(this);
      synchronized (this) {
        closed = true;
        if (over) {
          Thread.interrupted();
        }
      }
    }
  }
}
