package dev.callboard.chat;

/** Which message goes first when not all can go at once. The first case goes first. */
public enum Importance {
  /** What a facilitator must know this minute. */
  PROMPT,
  /** What one person waits for. */
  REPLY,
  /** What is said to a room. */
  POST,
  /** A card brought up to date; the next change of it will do as well. */
  CARD
}
