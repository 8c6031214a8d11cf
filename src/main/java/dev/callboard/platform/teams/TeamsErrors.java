package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.RetryAfter;
import java.io.IOException;
import java.time.Instant;
import okhttp3.Response;

/** What the refusals of Teams mean for a message. Pure. */
final class TeamsErrors {

  private TeamsErrors() {}

  /**
   * Names a refusal.
   *
   * @param operation such as {@code POST activities}
   */
  static PlatformException of(String operation, Response response, JsonNode body, Instant now) {
    return new PlatformException(
        kind(response.code()),
        "teams "
            + operation
            + ": "
            + (response.code() + " " + code(body.path("error").path("code").asText(""))).strip()
            + " (expected: 2xx)",
        RetryAfter.parse(response.header("Retry-After"), now).orElse(null),
        null);
  }

  /**
   * A call that broke off.
   *
   * @param sent whether the request was on its way
   */
  static PlatformException broken(String operation, IOException cause, Sent sent) {
    return new PlatformException(
        sent == Sent.YES ? Kind.UNCERTAIN : Kind.UNAVAILABLE,
        "teams " + operation + ": " + cause.getClass().getSimpleName() + " (expected: an answer)",
        null,
        cause);
  }

  enum Sent {
    YES,
    NO
  }

  /**
   * 412 and 503 say that nothing was done. After 500, 502 and 504 nobody knows: an edit may be
   * repeated, a post might be said twice.
   */
  private static Kind kind(int status) {
    return switch (status) {
      case 401 -> Kind.UNAUTHORIZED;
      case 403 -> Kind.FORBIDDEN;
      case 404, 410 -> Kind.NOT_FOUND;
      case 429 -> Kind.RATE_LIMITED;
      case 412, 503 -> Kind.UNAVAILABLE;
      default -> status >= 500 ? Kind.UNCERTAIN : Kind.INVALID;
    };
  }

  /** A body as JSON, whatever it is. */
  static JsonNode json(JsonMapper mapper, byte[] body) {
    try {
      JsonNode node = mapper.readTree(body);
      return node == null ? MissingNode.getInstance() : node;
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** An error code fit for a log: codes are words, anything else might quote what was sent. */
  static String code(String told) {
    String word = told.replaceAll("[^A-Za-z0-9_]", "");
    return word.length() <= 60 ? word : word.substring(0, 60);
  }
}
