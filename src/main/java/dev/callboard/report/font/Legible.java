package dev.callboard.report.font;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/**
 * Texts as the bundled fonts can show them. Letters that none of them has are written in Latin
 * ones, pictures by their names: {@code தமிழ்} becomes {@code tamiḻ}, {@code 🦊} {@code (fox
 * face)}. What has neither stays, and is drawn as a box. Files for programs have texts as they are.
 */
public final class Legible {

  /** What nearly every text is within, and the first font has. */
  private static final int PLAIN = 0x250;

  private static final int FLAG_A = 0x1F1E6;
  private static final int FLAG_Z = 0x1F1FF;

  private Legible() {}

  private static final class Latin {
    static final Transliterator LETTERS = Transliterator.getInstance("Any-Latin");
  }

  /** The text itself when all of it can be shown. */
  public static String of(String text) {
    if (text.codePoints().allMatch(Legible::shown)) {
      return text;
    }
    StringBuilder legible = new StringBuilder(text.length());
    StringBuilder letters = new StringBuilder();
    for (int sign : text.codePoints().toArray()) {
      if (!shown(sign) && wordPart(sign)) {
        letters.appendCodePoint(sign);
        continue;
      }
      latin(letters, legible);
      if (shown(sign)) {
        legible.appendCodePoint(sign);
      } else {
        legible.append(symbol(sign, legible));
      }
    }
    latin(letters, legible);
    return legible.toString();
  }

  private static boolean shown(int sign) {
    return sign < PLAIN || (!silent(sign) && !flag(sign) && Face.of(sign).isPresent());
  }

  private static void latin(StringBuilder letters, StringBuilder legible) {
    if (!letters.isEmpty()) {
      legible.append(Latin.LETTERS.transliterate(letters.toString()));
      letters.setLength(0);
    }
  }

  private static boolean wordPart(int sign) {
    return switch (Character.getType(sign)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> !silent(sign);
      default -> Character.isLetterOrDigit(sign);
    };
  }

  private static String symbol(int sign, StringBuilder before) {
    if (flag(sign)) {
      return Character.toString('A' + sign - FLAG_A);
    }
    String name = silent(sign) ? "" : UCharacter.getName(sign);
    if (name == null) {
      return Character.toString(sign);
    }
    boolean apart =
        !before.isEmpty() && !Character.isWhitespace(before.charAt(before.length() - 1));
    return name.isEmpty() ? "" : (apart ? " (" : "(") + name.toLowerCase(Locale.ROOT) + ")";
  }

  /** What only says how the sign before it looks: its colour, or that it is a picture. */
  private static boolean silent(int sign) {
    return (sign >= 0xFE00 && sign <= 0xFE0F) || (sign >= 0x1F3FB && sign <= 0x1F3FF);
  }

  /** Half a flag: a letter of the country's code. */
  private static boolean flag(int sign) {
    return sign >= FLAG_A && sign <= FLAG_Z;
  }
}
