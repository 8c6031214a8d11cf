package dev.callboard.platform;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A platform did not carry out what it was asked. */
public final class PlatformException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What it means for the message. */
  public enum Kind {
    /** Try again, not before the time the platform named. */
    RATE_LIMITED(true),
    /** The same of something that this message needs besides; other messages may go. */
    BUSY(true),
    /** Nothing arrived; try again with growing pauses. */
    UNAVAILABLE(true),
    /** It may have arrived; a second try may say it twice. */
    UNCERTAIN(true),
    /** The credentials are wrong: trying again helps only once they are mended. */
    UNAUTHORIZED(false),
    /** This message may not be said there. */
    FORBIDDEN(false),
    /** The conversation, the person or the post is not there. */
    NOT_FOUND(false),
    /** The platform does not take this message. */
    INVALID(false);

    private final boolean worthRetrying;

    Kind(boolean worthRetrying) {
      this.worthRetrying = worthRetrying;
    }

    public boolean worthRetrying() {
      return worthRetrying;
    }
  }

  private final Kind kind;
  private final transient @Nullable Duration retryAfter;

  /**
   * @param reason value and expectation in words a log reader understands; never a secret
   */
  public PlatformException(
      Kind kind, String reason, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(reason, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public PlatformException(Kind kind, String reason) {
    this(kind, reason, null, null);
  }

  public Kind kind() {
    return kind;
  }

  /** How long the platform asked to wait. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
