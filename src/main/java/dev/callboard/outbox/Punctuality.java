package dev.callboard.outbox;

import java.time.Duration;

/** Told of every message that was meant for a time and was handed to its platform. */
@FunctionalInterface
public interface Punctuality {

  /**
   * One left.
   *
   * @param late negative when it left before its time
   */
  void left(String platform, Duration late);
}
