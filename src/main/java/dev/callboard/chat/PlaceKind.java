package dev.callboard.chat;

/** What a conversation is to a class, and so who reads what is said in it. */
public enum PlaceKind {
  /** Learners read here. */
  CLASS_ROOM,
  /** The team's own room; learners cannot see it. */
  BACKSTAGE,
  /** Where the class meets by sound and picture; nothing can be said there. */
  MEETING,
  /** One person and Callboard. */
  DIRECT,
  /** Not registered with any class. */
  UNKNOWN
}
