package dev.callboard.chat;

/** Something that happened on a platform and that Callboard must hear of. */
public sealed interface Inbound {

  Delivery delivery();

  /**
   * Somebody typed a command, pressed a button or sent a form.
   *
   * @param place where; its answer is for the caller alone all the same
   * @param kind what the platform knows of the place: {@code DIRECT} for a chat with Callboard
   *     alone, else {@code UNKNOWN}, for then the registered rooms decide
   * @param line the words, without mention of the bot and without the platform's escapes. Channels
   *     stand in it as {@code #id}
   */
  record Command(Delivery delivery, Person from, Place place, PlaceKind kind, String line, Via via)
      implements Inbound {}

  /** Somebody looked at Callboard's home page on their platform. */
  record Home(Delivery delivery, Person from) implements Inbound {}

  /** Callboard was added to a conversation. */
  record Added(Delivery delivery, Person from, Place place) implements Inbound {}

  /** A platform told of somebody in a meeting, or of the meeting. */
  record Presence(Delivery delivery, Sighting sighting) implements Inbound {}

  /** How a command came. */
  enum Via {
    TYPED,
    BUTTON,
    FORM
  }
}
