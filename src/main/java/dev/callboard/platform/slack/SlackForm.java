package dev.callboard.platform.slack;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A form as Slack posts it. Pure.
 *
 * <p>Bolt's own parser loses a value that is empty or has an equals sign in it, and is slow on the
 * path that every slash command takes.
 */
final class SlackForm {

  private static final int USUAL_FIELDS = 32;

  private SlackForm() {}

  /** Fields by name; of a name that comes twice, the first. */
  static Map<String, String> parse(byte[] body) throws MalformedRequestException {
    Map<String, String> fields = new HashMap<>(USUAL_FIELDS);
    int start = 0;
    while (start < body.length) {
      int end = indexOf(body, '&', start, body.length);
      int equals = indexOf(body, '=', start, end);
      if (equals > start) {
        fields.putIfAbsent(
            decode(body, start, equals), decode(body, Math.min(equals + 1, end), end));
      }
      start = end + 1;
    }
    return fields;
  }

  /** Bytes as text; what is not UTF-8 is refused rather than repaired. */
  static String utf8(byte[] bytes, int length) throws MalformedRequestException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException notText) {
      throw new MalformedRequestException("not UTF-8");
    }
  }

  private static String decode(byte[] body, int start, int end) throws MalformedRequestException {
    byte[] plain = new byte[end - start];
    int length = 0;
    boolean ascii = true;
    for (int i = start; i < end; i++) {
      byte next = body[i];
      if (next == '+') {
        next = ' ';
      } else if (next == '%') {
        next = percent(body, i, end);
        i += 2;
      }
      ascii &= next >= 0;
      plain[length++] = next;
    }
    return ascii ? new String(plain, 0, length, StandardCharsets.ISO_8859_1) : utf8(plain, length);
  }

  private static byte percent(byte[] body, int at, int end) throws MalformedRequestException {
    int high = at + 2 < end ? Character.digit(body[at + 1], 16) : -1;
    int low = at + 2 < end ? Character.digit(body[at + 2], 16) : -1;
    if (high < 0 || low < 0) {
      throw new MalformedRequestException("a percent sign without two hex digits");
    }
    return (byte) (high << 4 | low);
  }

  private static int indexOf(byte[] body, char wanted, int start, int end) {
    int i = start;
    while (i < end && body[i] != wanted) {
      i++;
    }
    return i;
  }
}
