package dev.callboard.chat;

/** What the caller alone gets back. It is private by construction: it names no place. */
public sealed interface Reply {

  /** Nothing to say. */
  record Quiet() implements Reply {}

  /** A private answer. */
  record Tell(Content content) implements Reply {}

  /**
   * A private answer that takes the place of the private message whose button was pressed; where
   * that cannot be, it is told like any other.
   */
  record Replace(Content content) implements Reply {}

  /**
   * A question to answer in a form; where the platform has no forms, its title and line are told.
   */
  record Ask(Form form) implements Reply {}

  static Reply tell(String text) {
    return new Tell(Content.text(text));
  }
}
