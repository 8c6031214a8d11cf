package dev.callboard.outbox;

import java.util.List;

/** Told when messages will not be delivered, so that the producer learns of it. */
@FunctionalInterface
public interface Trouble {
  /**
   * Messages were given up.
   *
   * @param entries of one class or of none, the newest last; at least one
   * @param sentence why, in words for the producer
   */
  void undelivered(List<Entry> entries, String sentence);
}
