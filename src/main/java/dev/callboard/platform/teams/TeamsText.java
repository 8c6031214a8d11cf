package dev.callboard.platform.teams;

import dev.callboard.platform.teams.bf.Turn;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a message without what Teams puts around them. Pure. */
final class TeamsText {

  /** A mention that its entity does not spell as the text does. */
  private static final Pattern TAG =
      Pattern.compile("<at(?:\\s[^<>]*)?>([^<>]*)</at>", Pattern.CASE_INSENSITIVE);

  private static final Pattern BLANKS = Pattern.compile("[\\h\\u200B\\uFEFF]+");
  private static final Pattern LINE_ENDS = Pattern.compile(" ?(?:\\r\\n|\\r|\\n)[ \\r\\n]*");

  private TeamsText() {}

  /**
   * What was typed, without mention of the bot, entities, needless blanks and the slash before the
   * command. Other people who are mentioned stay in it by name.
   */
  static String line(Turn turn) {
    String text = turn.text();
    for (Turn.Mention mention : turn.mentions()) {
      if (mention.id().equals(turn.recipient().id()) && !mention.text().isBlank()) {
        text = text.replace(mention.text(), " ");
      }
    }
    text = withoutTags(text, turn.recipient().name());
    text = unescaped(text);
    text = BLANKS.matcher(text).replaceAll(" ");
    text = LINE_ENDS.matcher(text).replaceAll("\n").strip();
    return withoutSlash(text, turn.recipient().name());
  }

  /** Whether it is a command wherever it is typed. */
  static boolean slashed(Turn turn) {
    return unescaped(turn.text()).stripLeading().startsWith("/");
  }

  private static String withoutTags(String text, String bot) {
    return TAG.matcher(text)
        .replaceAll(match ->
            Matcher.quoteReplacement(
                unescaped(match.group(1)).strip().equalsIgnoreCase(bot.strip())
                    ? " "
                    : match.group(1)));
  }

  /** Once, and the ampersand last, so that nothing is undone twice. */
  private static String unescaped(String text) {
    return text.replace("&nbsp;", " ")
        .replace("&#160;", " ")
        .replace('\u00a0', ' ')
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }

  private static String withoutSlash(String text, String bot) {
    if (!text.startsWith("/")) {
      return text;
    }
    String bare = text.substring(1).stripLeading();
    for (String prefix : new String[] {bot.strip(), "callboard", "class"}) {
      if (!prefix.isEmpty() && follows(bare, prefix)) {
        return bare.substring(prefix.length()).strip();
      }
    }
    return bare;
  }

  /** Whether the text is the prefix, or the prefix and more words. */
  private static boolean follows(String text, String prefix) {
    return text.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT))
        && (text.length() == prefix.length()
            || Character.isWhitespace(text.charAt(prefix.length())));
  }
}
