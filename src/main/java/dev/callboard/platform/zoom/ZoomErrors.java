package dev.callboard.platform.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.Response;

/** What the refusals of Zoom mean for a message. Pure. */
final class ZoomErrors {

  /** An app without the scopes for a call; a new token would lack them too. */
  private static final Map<String, Kind> CODES =
      Map.of(
          "124", Kind.UNAUTHORIZED, // the token
          "4700", Kind.UNAUTHORIZED,
          "4711", Kind.UNAUTHORIZED,
          "200", Kind.FORBIDDEN, // not in the account's plan
          "1001", Kind.NOT_FOUND, // nobody
          "3001", Kind.NOT_FOUND); // no such meeting

  private ZoomErrors() {}

  /**
   * Names a refusal.
   *
   * @param operation such as {@code POST messages}
   */
  static PlatformException of(String operation, Response response, JsonNode body, Instant now) {
    String code = word(ZoomJson.text(body, "code"));
    return new PlatformException(
        kind(response.code(), code),
        "zoom "
            + operation
            + ": "
            + (response.code() + " " + code + " " + limit(response)).replace("  ", " ").strip()
            + " (expected: 2xx)",
        RetryAfter.parse(response.header("Retry-After"), now)
            .or(() -> dayIsUsedUp(response, now))
            .orElse(null),
        null);
  }

  /** Days are those of UTC; Zoom does not always say when the next begins. */
  private static Optional<Duration> dayIsUsedUp(Response response, Instant now) {
    String type = String.valueOf(response.header("X-RateLimit-Type", ""));
    boolean daily = type.toLowerCase(Locale.ROOT).startsWith("daily");
    Instant tomorrow = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    return response.code() == 429 && daily
        ? Optional.of(Duration.between(now, tomorrow))
        : Optional.empty();
  }

  /** Which of the account's limits was reached, such as {@code Heavy Daily-limit}; else empty. */
  private static String limit(Response response) {
    String label = word(String.valueOf(response.header("X-RateLimit-Category", "")));
    String type = word(String.valueOf(response.header("X-RateLimit-Type", "")));
    return response.code() == 429 ? (label + " " + type).strip() : "";
  }

  /** Whether a new token may help. */
  static boolean staleToken(Response response, JsonNode body) {
    String code = ZoomJson.text(body, "code");
    return code.equals("124")
        || (response.code() == 401 && !code.equals("4711") && !code.equals("4700"));
  }

  /**
   * A call that broke off.
   *
   * @param sent whether the request was on its way
   */
  static PlatformException broken(String operation, IOException cause, Sent sent) {
    return new PlatformException(
        sent == Sent.YES ? Kind.UNCERTAIN : Kind.UNAVAILABLE,
        "zoom " + operation + ": " + cause.getClass().getSimpleName() + " (expected: an answer)",
        null,
        cause);
  }

  enum Sent {
    YES,
    NO
  }

  private static Kind kind(int status, String code) {
    if (status == 429 || status == 503) {
      return status == 429 ? Kind.RATE_LIMITED : Kind.UNAVAILABLE;
    }
    if (status >= 500) {
      return Kind.UNCERTAIN;
    }
    Kind named = CODES.get(code);
    return named != null
        ? named
        : switch (status) {
          case 401 -> Kind.UNAUTHORIZED;
          case 403 -> Kind.FORBIDDEN;
          case 404, 410 -> Kind.NOT_FOUND;
          default -> Kind.INVALID;
        };
  }

  /** A code fit for a log: codes are words or numbers, anything else might quote what was sent. */
  static String word(String told) {
    String word = told.replaceAll("[^A-Za-z0-9_-]", "");
    return word.length() <= 60 ? word : word.substring(0, 60);
  }
}
