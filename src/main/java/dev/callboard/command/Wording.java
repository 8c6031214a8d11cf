package dev.callboard.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line taken apart.
 *
 * @param session the class a button named with {@code @id}, or null
 * @param word the command, lower case; empty for an empty line
 * @param rest what follows it
 */
public record Wording(@Nullable String session, String word, String rest) {

  /**
   * Reads {@code page 12}, {@code /page 12}, {@code /class page 12} and {@code @hybrid-1 page 12}
   * alike.
   */
  public static Wording of(String line) {
    String left = line.strip();
    String session = null;
    if (left.startsWith("@") && left.length() > 1) {
      String named = firstWord(left);
      session = named.substring(1);
      left = left.substring(named.length()).strip();
    }
    String word = firstWord(left);
    left = left.substring(word.length()).strip();
    if (word.equalsIgnoreCase("/class") || word.equalsIgnoreCase("/callboard")) {
      word = firstWord(left);
      left = left.substring(word.length()).strip();
    }
    String bare = word.startsWith("/") ? word.substring(1) : word;
    return new Wording(session, bare.toLowerCase(Locale.ROOT), left);
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }
}
