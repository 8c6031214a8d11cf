package dev.callboard.session;

import dev.callboard.session.Event.NoteFor;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A remark, with where the class stood when it was made. */
public record Note(
    NoteFor reader,
    String text,
    String by,
    Instant at,
    @Nullable String segment,
    @Nullable Duration behind) {}
