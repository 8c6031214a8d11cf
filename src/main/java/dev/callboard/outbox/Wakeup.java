package dev.callboard.outbox;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One alarm, set to the earliest of what was asked; precise, and none when closed. Thread-safe. */
final class Wakeup {

  private final ScheduledExecutorService alarm;
  private @Nullable ScheduledFuture<?> set;

  Wakeup(ScheduledExecutorService alarm) {
    this.alarm = alarm;
  }

  /** Runs something after so many nanoseconds, or earlier if something was set to go off before. */
  synchronized void in(Runnable what, long nanos) {
    ScheduledFuture<?> before = set;
    if (alarm.isShutdown() || (before != null && before.getDelay(TimeUnit.NANOSECONDS) <= nanos)) {
      return;
    }
    if (before != null) {
      before.cancel(false);
    }
    set =
        alarm.schedule(
            () -> {
              off();
              what.run();
            },
            nanos,
            TimeUnit.NANOSECONDS);
  }

  private synchronized void off() {
    set = null;
  }

  synchronized boolean armed() {
    return set != null;
  }
}
