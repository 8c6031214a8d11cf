package dev.callboard.session.attendance;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What names are worth, in order to propose and never to decide. */
final class Likeness {

  private static final Pattern ASIDE = Pattern.compile("[(\\[{][^)\\]}]*[)\\]}]");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** What makers call their devices. */
  private static final String MAKE =
      "iphone|ipad|ipod|galaxy|samsung|android|pixel|redmi|poco|xiaomi|huawei|oneplus|oppo|realme"
          + "|motorola|nokia|lenovo|thinkpad|chromebook|macbook|imac|laptop|desktop|tablet|xperia"
          + "|kindle|mi \\d+|moto [a-z]|honor \\d+|vivo [a-z]?\\d+|surface (?:pro|go|laptop)";

  /** What apps call whoever gave no name. */
  private static final String NOBODY = "zoom user|guest|user|participant|unknown|anonymous|room";

  /** A word that tells models of a make apart; anything with a digit does. */
  private static final String MODEL =
      "\\p{L}*\\d[\\p{L}\\d+]*|pro|max|plus|mini|ultra|lite|air|note|tab|fold|flip|book|phone"
          + "|prime|power|edge|neo|play|pc|se|fe|xs|xr|x|s|z|a|gen|inch";

  /** Numbers that makers give models and phones show where no name was given. */
  private static final String MODEL_NUMBER =
      "sm [a-z]\\d{3}\\w*(?: ds)?|(?:cph|rmx|kb|le|xt)\\d{4}|m\\d{4}[a-z]\\d+[a-z]*|lm"
          + " [a-z]\\d{3}\\w*|[a-z]{3} (?:l|lx|al|tl|an|nx)\\d{1,2}[a-z]?";

  /** Such as {@code Ben's iPhone 12 Pro}, {@code SM-G991B} or a telephone number. */
  private static final Pattern DEVICE =
      Pattern.compile(
          ("(?:.*\\b)?(?:(?:" + MAKE + ")(?: ?\\d+)?(?: (?:" + MODEL + "))*")
              + ("|(?:" + NOBODY + ")(?: ?\\d+)?)")
              + ("|" + MODEL_NUMBER + "|[\\d+() .-]*"));

  /** Programs that take notes, as they call themselves. */
  private static final List<String> BOTS =
      List.of(
          "notetaker",
          "note taker",
          "otter ai",
          "fireflies ai",
          "read ai",
          "fathom",
          "tactiq",
          "sembly",
          "meeting notes",
          "recorder bot");

  private Likeness() {}

  /** A name without case, accents, asides and punctuation, its words in order of the alphabet. */
  static String plain(String name) {
    String bare = Normalizer.normalize(ASIDE.matcher(name).replaceAll(" "), Normalizer.Form.NFKD);
    String letters = ACCENTS.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    String words = BETWEEN_WORDS.matcher(letters).replaceAll(" ").strip();
    return Arrays.stream(words.split(" ")).sorted().collect(Collectors.joining(" "));
  }

  /** Whether a name says which room it is, such as {@code Leeds Room}; not {@code Room 2}. */
  static boolean tellingRoom(String name) {
    return telling(name) || telling(spoken(name).replaceAll("\\broom\\b", " ").strip());
  }

  /** Whether a name says who somebody is, so that it may be remembered. */
  static boolean telling(String name) {
    String plain = spoken(name);
    return plain.chars().anyMatch(Character::isLetter) && !DEVICE.matcher(plain).matches();
  }

  /** Whether a program that takes notes goes by such a name. */
  static boolean bot(String name) {
    String words = " " + spoken(name) + " ";
    return BOTS.stream().anyMatch(bot -> words.contains(" " + bot + " "));
  }

  private static String spoken(String name) {
    StringBuilder words = new StringBuilder(name.length());
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(letter -> {
          if (isSpoken(letter)) {
            words.appendCodePoint(letter);
          } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
          }
        });
    return words.toString().strip();
  }

  /** Letters and numbers of all scripts, and the plus of telephone numbers. */
  private static boolean isSpoken(int letter) {
    int type = Character.getType(letter);
    return letter == '+'
        || Character.isLetter(letter)
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
