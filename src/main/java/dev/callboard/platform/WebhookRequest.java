package dev.callboard.platform;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
    return written(name).findFirst().flatMap(WebhookRequest::decoded);
  }

  /** All parameters of that name, decoded, without those that are badly written. */
  public List<String> parameters(String name) {
    return written(name).flatMap(value -> decoded(value).stream()).toList();
  }

  private Stream<String> written(String name) {
    return Stream.of(query.split("&", -1))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1));
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException badEscape) {
      return Optional.empty();
    }
  }
}
