package dev.callboard.outbox;

/** Told when a message will not be delivered, so that the producer learns of it. */
@FunctionalInterface
public interface Trouble {
  void undelivered(Entry entry, String reason);
}
