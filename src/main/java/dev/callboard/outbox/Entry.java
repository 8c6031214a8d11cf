package dev.callboard.outbox;

import dev.callboard.chat.Outgoing;
import dev.callboard.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message waiting to leave.
 *
 * @param id grows with the order of commits
 * @param attempts how often it was tried
 * @param due not to be tried before
 */
public record Entry(
    long id,
    @Nullable SessionId session,
    Outgoing change,
    int attempts,
    Instant due,
    Instant committed) {}
