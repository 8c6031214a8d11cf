package dev.callboard.chat;

/** One change to what people see. It leaves through the outbox, in the order of its lane. */
public sealed interface Outgoing {

  /** The name of the post within its class; an edit or a removal names the post it changes. */
  String key();

  Destination to();

  record Post(String key, Destination to, Message message) implements Outgoing {}

  record Edit(String key, Destination to, Message message) implements Outgoing {}

  record Remove(String key, Destination to) implements Outgoing {}
}
