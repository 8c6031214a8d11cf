package dev.callboard.platform;

import java.nio.charset.StandardCharsets;

/** An answer to a webhook. */
@SuppressWarnings("ArrayRecordComponent") // nothing compares responses
public record WebhookResponse(int status, String contentType, byte[] body) {

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String JSON = "application/json; charset=utf-8";

  public static WebhookResponse empty(int status) {
    return new WebhookResponse(status, TEXT, new byte[0]);
  }

  public static WebhookResponse text(int status, String text) {
    return new WebhookResponse(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  public static WebhookResponse json(int status, String json) {
    return new WebhookResponse(status, JSON, json.getBytes(StandardCharsets.UTF_8));
  }
}
