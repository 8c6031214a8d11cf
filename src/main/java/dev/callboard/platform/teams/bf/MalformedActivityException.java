package dev.callboard.platform.teams.bf;

/** The bytes are no activity. */
public final class MalformedActivityException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedActivityException(String reason) {
    super(reason);
  }
}
