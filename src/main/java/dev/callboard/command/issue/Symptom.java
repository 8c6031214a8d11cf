package dev.callboard.command.issue;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong and on which device, out of one line such as {@code no audio on iphone}. Pure.
 *
 * @param text without the device where that stood at the end of it, else all of the line
 * @param device null when none is named
 */
record Symptom(String text, @Nullable String device) {

  /** As their makers write them. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("iphone", "iPhone"),
          Map.entry("ipad", "iPad"),
          Map.entry("android", "Android"),
          Map.entry("mac", "Mac"),
          Map.entry("macbook", "MacBook"),
          Map.entry("imac", "iMac"),
          Map.entry("windows", "Windows"),
          Map.entry("chromebook", "Chromebook"),
          Map.entry("linux", "Linux"),
          Map.entry("pc", "PC"),
          Map.entry("chrome", "Chrome"),
          Map.entry("safari", "Safari"),
          Map.entry("firefox", "Firefox"),
          Map.entry("edge", "Edge"),
          Map.entry("zoom", "Zoom"),
          Map.entry("teams", "Teams"),
          Map.entry("slack", "Slack"));

  /** Words that mean a device wherever they stand. */
  private static final Pattern ANYWHERE =
      word("iphone|ipad|android|macbook|imac|chromebook|linux|chrome|safari|firefox");

  /** Words that mean one at the end of a line, behind a preposition. */
  private static final String AT_THE_END =
      "(?:iphone|ipad|android|macbook|imac|mac|windows|chromebook|linux|pc|chrome|safari|firefox"
          + "|edge|laptop|tablet|(?:mobile )?phone|mobile|desktop|browser"
          + "|(?:the )?(?:zoom |teams |slack )?app)";

  private static final String ONE =
      "(?:(?:an?|the|his|her|their|my) )?"
          + AT_THE_END
          + "(?: \\d{1,2}(?:\\.\\d{1,2})?)?(?: (?:phone|tablet|app|browser))?";

  private static final Pattern TAIL =
      Pattern.compile(
          "(.*?\\S)(?:,| (?:on|in|with|via|using)) ("
              + ONE
              + "(?:,? (?:(?:on|in|with|and|via) )?"
              + ONE
              + ")*)[.!]?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ARTICLE = word("an?|the|his|her|their|my");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private static Pattern word(String words) {
    return Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  static Symptom of(String typed) {
    String line = typed.strip().replaceAll("\\s+", " ");
    Matcher tail = TAIL.matcher(line);
    if (tail.matches()) {
      return new Symptom(tail.group(1), written(tail.group(2)));
    }
    Matcher named = ANYWHERE.matcher(line);
    return new Symptom(line, named.find() ? written(named.group()) : null);
  }

  private static String written(String device) {
    String plain = ARTICLE.matcher(device).replaceAll("").strip().replaceAll(" +", " ");
    return WORD.matcher(plain)
        .replaceAll(
            found -> NAMES.getOrDefault(found.group().toLowerCase(Locale.ROOT), found.group()));
  }
}
