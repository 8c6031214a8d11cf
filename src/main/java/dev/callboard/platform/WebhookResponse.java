package dev.callboard.platform;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * An answer to a request.
 *
 * @param headers besides those every answer has
 */
@SuppressWarnings("ArrayRecordComponent") // nothing compares responses
public record WebhookResponse(
    int status, String contentType, byte[] body, Map<String, String> headers) {

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String JSON = "application/json; charset=utf-8";

  public WebhookResponse {
    headers = Map.copyOf(headers);
  }

  public WebhookResponse(int status, String contentType, byte[] body) {
    this(status, contentType, body, Map.of());
  }

  public static WebhookResponse empty(int status) {
    return new WebhookResponse(status, TEXT, new byte[0]);
  }

  public static WebhookResponse text(int status, String text) {
    return new WebhookResponse(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  public static WebhookResponse json(int status, String json) {
    return new WebhookResponse(status, JSON, json.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with one more header. */
  public WebhookResponse with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new WebhookResponse(status, contentType, body, more);
  }
}
