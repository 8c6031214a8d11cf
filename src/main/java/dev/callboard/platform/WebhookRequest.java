package dev.callboard.platform;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came, its body not yet looked at.
 *
 * @param headers by lower-case name
 * @param body the raw bytes, for signatures are made of those
 * @param peer the address that it came from, which may be a proxy's; empty when it is not known
 */
// A record of an array has no value equality; nothing compares requests.
@SuppressWarnings("ArrayRecordComponent")
public record WebhookRequest(
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    byte[] body,
    String peer) {

  public WebhookRequest(
      String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
    this(method, path, query, headers, body, "");
  }

  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  /** A parameter of the query, decoded; empty when it is not there or badly written. */
  public Optional<String> parameter(String name) {
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        try {
          String value = pair.substring(name.length() + 1);
          return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException badEscape) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
