package dev.callboard.platform.zoom;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are typed in Team Chat, and as they fit into it. Pure. */
final class ZoomWords {

  /** What Team Chat reads as bold, italics, strike, code, a link or a mention. */
  private static final Pattern MARKS = Pattern.compile("[*_~`<>]");

  /** What other dialects of the same markup read besides; it is not known that Zoom never will. */
  private static final Pattern DOUBTFUL = Pattern.compile("[\\[\\]#\\\\]");

  private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\n]]");
  private static final Pattern MENTION = Pattern.compile("^(?:<![^<>]*>|@\\S+)\\s*");

  private ZoomWords() {}

  /** What was typed, without the slash command where it stands in front of it. */
  static String line(String typed) {
    String line = typed.replace('\u00a0', ' ').strip();
    if (!line.startsWith("/")) {
      return line;
    }
    String bare = line.substring(1).strip();
    for (String word : new String[] {"callboard", "class"}) {
      boolean first =
          bare.toLowerCase(Locale.ROOT).startsWith(word)
              && (bare.length() == word.length()
                  || Character.isWhitespace(bare.charAt(word.length())));
      if (first) {
        return bare.substring(word.length()).strip();
      }
    }
    return bare;
  }

  /** What was said to the bot after its name. */
  static String withoutMention(String said) {
    return line(MENTION.matcher(said.strip()).replaceFirst(""));
  }

  static boolean marked(String text) {
    return MARKS.matcher(text).find() || DOUBTFUL.matcher(text).find();
  }

  /** The same for words between backticks. */
  static boolean markedCode(String text) {
    return MARKS.matcher(text).find() || text.contains("\n");
  }

  /** Without control characters but line breaks. */
  static String clean(String text) {
    return UNFIT.matcher(text.replace("\r\n", "\n")).replaceAll(" ");
  }

  static String oneLine(String text) {
    return clean(text).replace('\n', ' ').strip();
  }
}
