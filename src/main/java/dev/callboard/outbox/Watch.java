package dev.callboard.outbox;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Whether somebody is on duty, and whether there is news for them. Thread-safe. */
final class Watch {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean onDuty;
  private boolean news;
  private boolean listening;

  /** There is news; true for the caller who must now put somebody on duty. */
  boolean tell() {
    lock.lock();
    try {
      boolean nobody = !onDuty;
      news = true;
      onDuty = true;
      if (listening) {
        changed.signalAll();
      }
      return nobody;
    } finally {
      lock.unlock();
    }
  }

  /** Something that {@link #await} may wait for is so. */
  void nod() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The news was heard. */
  void heard() {
    lock.lock();
    try {
      news = false;
    } finally {
      lock.unlock();
    }
  }

  boolean isNews() {
    lock.lock();
    try {
      return news;
    } finally {
      lock.unlock();
    }
  }

  boolean isOnDuty() {
    lock.lock();
    try {
      return onDuty;
    } finally {
      lock.unlock();
    }
  }

  /** Leaves duty unless there is news and it is still open; true when left. */
  boolean leave(BooleanSupplier closed) {
    lock.lock();
    try {
      onDuty = news && !closed.getAsBoolean();
      return !onDuty;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it is so; at most so many nanoseconds: true when all passed. */
  boolean await(long nanos, BooleanSupplier so) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (left > 0 && !so.getAsBoolean()) {
        left = changed.awaitNanos(left);
      }
      return left <= 0;
    } finally {
      lock.unlock();
    }
  }

  /** The same, and no longer than until there is news. */
  boolean awaitNews(long nanos, BooleanSupplier so) throws InterruptedException {
    lock.lock();
    try {
      listening = true;
      return await(nanos, () -> news || so.getAsBoolean());
    } finally {
      listening = false;
      lock.unlock();
    }
  }
}
