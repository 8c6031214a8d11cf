package dev.callboard.config;

import dev.callboard.platform.Secret;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where traces are sent to.
 *
 * @param url in OTLP by HTTP, with its path
 * @param header by which the collector knows who sends, {@code Name: value}; null when it does not
 *     ask
 */
public record TracingSettings(URI url, @Nullable Secret header) {

  private static final Pattern HEADER =
      Pattern.compile("([A-Za-z0-9!#$%&'*+.^_`|~-]+):\\s*([!-~](?:[ -~]*[!-~])?)");

  /** What the sender says itself. */
  private static final Set<String> TAKEN =
      Set.of(
          "host",
          "connection",
          "content-type",
          "content-length",
          "content-encoding",
          "transfer-encoding",
          "user-agent");

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Problems never repeat the header. */
  public TracingSettings {
    if (header != null && !well(header)) {
      throw new IllegalArgumentException(
          "tracing.header: no header (expected: Name: value, such as Authorization: Bearer …)");
    }
    if (header != null && !safe(url)) {
      throw new IllegalArgumentException(
          "tracing.url: "
              + url
              + " (expected: an https URL where there is a tracing.header; http only on this"
              + " machine)");
    }
  }

  private static boolean well(Secret header) {
    Matcher matcher = HEADER.matcher(header.value());
    return matcher.matches() && !TAKEN.contains(matcher.group(1).toLowerCase(Locale.ROOT));
  }

  /** A token travels in a header, so it only goes over TLS or stays on this machine. */
  private static boolean safe(URI url) {
    return "https".equals(url.getScheme()) || LOOPBACK.contains(url.getHost());
  }

  /** The header's name; empty when there is none. */
  public String headerName() {
    return part(1);
  }

  /** What the header says; not to be shown. */
  public String headerValue() {
    return part(2);
  }

  private String part(int group) {
    if (header == null) {
      return "";
    }
    Matcher matcher = HEADER.matcher(header.value());
    return matcher.matches() ? matcher.group(group) : "";
  }
}
