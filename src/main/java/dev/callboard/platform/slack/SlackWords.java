package dev.callboard.platform.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what Slack makes of typed text back into what was typed: {@code <#C05|room>} is {@code
 * #C05}, {@code <@U07|fay>} is {@code @U07}, links lose their brackets, entities are undone. Pure.
 */
final class SlackWords {

  private static final Pattern BRACKETS = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");

  /** Slack's composer puts one behind a mention. */
  private static final char NO_BREAK_SPACE = '\u00a0';

  private SlackWords() {}

  static String line(String typed) {
    String text = typed.replace(NO_BREAK_SPACE, ' ');
    if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
      return text.strip();
    }
    StringBuilder line = new StringBuilder(text.length());
    Matcher matcher = BRACKETS.matcher(text);
    int from = 0;
    while (matcher.find()) {
      line.append(text, from, matcher.start());
      String label = matcher.group(2);
      line.append(meant(matcher.group(1), label == null ? "" : label));
      from = matcher.end();
    }
    return unescape(line.append(text, from, text.length()).toString()).strip();
  }

  /** The text without mentions of this account; all that stand in front when it is not known. */
  static String withoutMention(String text, String bot) {
    return bot.isEmpty()
        ? text.replaceFirst("^\\s*<@[^<>]*>", "")
        : text.replaceAll("<@" + Pattern.quote(bot) + "(?:\\|[^<>]*)?>", " ").strip();
  }

  private static String meant(String inside, String label) {
    if (inside.startsWith("!date^") || inside.startsWith("!subteam^")) {
      return label;
    }
    if (inside.startsWith("!")) {
      return label.isEmpty() ? "@" + inside.substring(1) : label;
    }
    return inside.startsWith("mailto:") ? inside.substring("mailto:".length()) : inside;
  }

  private static String unescape(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
