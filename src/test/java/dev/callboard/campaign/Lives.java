package dev.callboard.campaign;

import org.jspecify.annotations.Nullable;

/** The lives of the server, one after the other. Thread-safe. */
final class Lives {

  private @Nullable Life life;
  private boolean over;

  /** The life that goes on now, or the next once it has begun; null when all are over. */
  synchronized @Nullable Life current() throws InterruptedException {
    while (!over && (life == null || life.over())) {
      wait();
    }
    return over ? null : life;
  }

  synchronized void begin(Life next) {
    life = next;
    notifyAll();
  }

  synchronized void end() {
    over = true;
    notifyAll();
  }
}
