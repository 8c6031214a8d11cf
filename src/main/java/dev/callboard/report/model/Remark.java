package dev.callboard.report.model;

import dev.callboard.session.Event.NoteFor;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note.
 *
 * @param by who wrote it; empty for readers who may not know
 * @param segment title of the segment that ran then; empty outside the class
 * @param behind how far behind the clock the class was; null outside the class
 */
public record Remark(
    NoteFor reader, String text, String by, Instant at, String segment, @Nullable Duration behind) {

  Remark unsigned() {
    return new Remark(reader, text, "", at, segment, behind);
  }
}
