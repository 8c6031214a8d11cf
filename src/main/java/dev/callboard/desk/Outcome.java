package dev.callboard.desk;

/** What came of a commit. */
public enum Outcome {
  /** It is on disk. */
  DONE,
  /** Somebody else wrote to the session first, or took a room: read again and decide again. */
  CONFLICT,
  /** The delivery was committed before; nothing was written. */
  DUPLICATE
}
