package dev.callboard.api;

import dev.callboard.api.Classes.Listed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a list of classes goes on, as a text that programs hand back as it is. */
final class Cursor {

  private static final Pattern FORM = Pattern.compile("([^ ]{20,40}) ([a-z0-9][a-z0-9-]{0,79})");

  private Cursor() {}

  static String write(Listed last) {
    String text = last.opened() + " " + last.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads one.
   *
   * @throws Problem when it is none of ours
   */
  static Listed read(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      Matcher matcher = FORM.matcher(text);
      if (matcher.matches()) {
        Instant opened = Instant.parse(matcher.group(1));
        long year = opened.getEpochSecond() / 31_556_952 + 1970;
        if (year >= 1970 && year < 10_000) { // what microseconds in a long can hold
          return new Listed(opened, matcher.group(2), "", false);
        }
      }
    } catch (IllegalArgumentException | DateTimeParseException notOurs) {
      // said below
    }
    throw Problem.of(400, "after: not understood (expected: what `next` said, as it was).");
  }
}
