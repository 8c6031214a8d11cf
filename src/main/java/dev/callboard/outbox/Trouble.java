package dev.callboard.outbox;

/** Told when a message will not be delivered, so that the producer learns of it. */
@FunctionalInterface
public interface Trouble {
  /**
   * A message was given up.
   *
   * @param sentence why, in words for the producer
   */
  void undelivered(Entry entry, String sentence);
}
