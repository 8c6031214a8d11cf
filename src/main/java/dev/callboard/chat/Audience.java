package dev.callboard.chat;

/** For whose eyes a message is. Every message that leaves the house has one. */
public sealed interface Audience {

  /** Everybody in the class may read it. */
  record Learners() implements Audience {}

  /** Producers, facilitators and designers: it may only be said backstage. */
  record Team() implements Audience {}

  /**
   * One person alone.
   *
   * @param who the person's key in the plan, or the account's id when the plan does not name them
   */
  record One(String who) implements Audience {}
}
