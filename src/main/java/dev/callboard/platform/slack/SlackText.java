package dev.callboard.platform.slack;

/**
 * Text made harmless for Slack and no longer than it takes. {@code & < >} are what Slack's own
 * syntax is made of, mentions included, so they never leave unescaped in a text object. Pure.
 */
final class SlackText {

  private static final String ELLIPSIS = "…";

  private SlackText() {}

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Escaped, and cut so that the escaped text has {@code max} characters at most. */
  static String escaped(String text, int max) {
    String clean = clean(text);
    String whole = escape(clean);
    if (whole.length() <= max) {
      return whole;
    }
    StringBuilder kept = new StringBuilder(max);
    for (int i = 0; i < clean.length(); i += Character.charCount(clean.codePointAt(i))) {
      String next = escape(Character.toString(clean.codePointAt(i)));
      if (kept.length() + next.length() > max - ELLIPSIS.length()) {
        break;
      }
      kept.append(next);
    }
    return kept.append(ELLIPSIS).toString();
  }

  /** Without control characters but line breaks. */
  static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return text.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cntrl}&&[^\\n]]", " ");
      }
    }
    return text;
  }

  static String oneLine(String text) {
    return clean(text).replace('\n', ' ').strip();
  }
}
