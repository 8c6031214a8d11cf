package dev.callboard.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a change may leave. Without a word it leaves at once, and is of use for as long as any other.
 *
 * @param importance null for that of its kind, see {@link Outgoing#importance}
 * @param notBefore committed ahead, it leaves exactly then; until then it holds up nothing else
 * @param expires of no use from then on: dropped, and nobody is told
 */
public record Terms(
    @Nullable Importance importance, @Nullable Instant notBefore, @Nullable Instant expires) {

  public static final Terms NONE = new Terms(null, null, null);

  public static final Terms PROMPT = new Terms(Importance.PROMPT, null, null);

  /** The same, but not before a time. */
  public Terms from(Instant time) {
    return new Terms(importance, time, expires);
  }

  /** The same, but only until a time. */
  public Terms until(Instant time) {
    return new Terms(importance, notBefore, time);
  }
}
