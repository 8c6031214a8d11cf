package dev.callboard;

import dev.callboard.platform.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bodies that no platform sends, and what they are made of. */
final class OddBytes {

  static final byte[] NOT_UTF_8 = "{\"t\":\"\u00e9(\"}".getBytes(StandardCharsets.ISO_8859_1);
  static final byte[] LONG = bytes("{" + "a".repeat(2 * 1024 * 1024));

  private OddBytes() {}

  static byte[] half(String text) {
    return half(bytes(text));
  }

  static byte[] half(byte[] body) {
    return Arrays.copyOf(body, body.length / 2);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(WebhookRequest request) {
    return new String(request.body(), StandardCharsets.UTF_8);
  }
}
