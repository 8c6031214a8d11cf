package dev.callboard.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came, its body not yet looked at.
 *
 * @param headers by lower-case name
 * @param body the raw bytes, for signatures are made of those
 */
// A record of an array has no value equality; nothing compares requests.
@SuppressWarnings("ArrayRecordComponent")
public record WebhookRequest(
    String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }
}
