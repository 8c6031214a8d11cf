package dev.callboard.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a change may leave. Without a word it leaves at once, and is of use for as long as any other.
 *
 * @param importance null for that of its kind, see {@link Outgoing#importance}
 * @param expires of no use from then on: a prompt is reported as not delivered, anything else
 *     dropped, and nobody is told
 * @param meant when it should be read: it tells how late it is when it leaves much later. Null when
 *     that does not matter
 */
public record Terms(
    @Nullable Importance importance, @Nullable Instant expires, @Nullable Instant meant) {

  public static final Terms NONE = new Terms(null, null, null);

  public static final Terms PROMPT = new Terms(Importance.PROMPT, null, null);

  /** The same, but only until a time. */
  public Terms until(Instant time) {
    return new Terms(importance, time, meant);
  }

  /** The same, but meant to be read at a time. */
  public Terms meantFor(Instant time) {
    return new Terms(importance, expires, time);
  }
}
