package dev.callboard.platform;

/** A path that a platform sends its requests to. All methods may be called by many threads. */
public interface Webhook {

  /** The path, such as {@code /slack/events}. */
  String path();

  /**
   * Verifies, parses and hands on one request, and answers it. Whatever the bytes, it answers: 4xx
   * or a quiet 2xx as the platform wants, never an exception for bad input.
   */
  WebhookResponse accept(WebhookRequest request);
}
