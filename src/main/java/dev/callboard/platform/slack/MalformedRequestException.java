package dev.callboard.platform.slack;

/** A request that Slack would not send, though it is signed. */
final class MalformedRequestException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedRequestException(String reason) {
    super(reason);
  }
}
