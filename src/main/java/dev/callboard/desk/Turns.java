package dev.callboard.desk;

import dev.callboard.session.SessionId;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets the commands of one class take turns, so that they do not decide on a state that is just
 * being changed. Only for speed: across servers the log itself sees to it.
 */
final class Turns {

  private final ReentrantLock[] locks =
      Stream.generate(ReentrantLock::new).limit(1024).toArray(ReentrantLock[]::new);

  <T> T inTurn(SessionId session, Supplier<T> work) {
    ReentrantLock lock = locks[Math.floorMod(session.hashCode(), locks.length)];
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
