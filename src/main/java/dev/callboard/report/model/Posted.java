package dev.callboard.report.model;

import dev.callboard.session.Event.PostKind;
import java.time.Instant;

/**
 * Something that was posted to the class.
 *
 * @param words as it reads now
 * @param url where it leads; empty when nowhere
 * @param by who had it posted; empty for readers who may not know
 * @param segment title of the segment that ran then; empty outside the class
 * @param reworded whether it was changed after it was posted
 * @param takenBack whether it is not there any more
 */
public record Posted(
    int number,
    PostKind kind,
    String words,
    String url,
    String by,
    Instant at,
    String segment,
    boolean reworded,
    boolean takenBack) {

  /** As a reader may see it who is not told of amendments. */
  Posted plain() {
    return new Posted(number, kind, words, url, "", at, segment, false, takenBack);
  }
}
