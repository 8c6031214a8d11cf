package dev.callboard.plan.table;

import dev.callboard.chat.Brief;
import java.util.Locale;
import java.util.regex.Pattern;

/** What texts of cells may be, whatever they are for. */
public final class CellTexts {

  private static final int LONGEST_EMAIL = 254;
  private static final int SHOWN = 40;
  private static final String FORMULA = "=+-@";
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,190}@[^@\\s.]+(\\.[^@\\s.]+)+");

  private CellTexts() {}

  /** What is written here is opened in spreadsheets too, which would run it. */
  public static boolean isFormula(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
  }

  /** Whether it is an e-mail address that no spreadsheet would run. */
  public static boolean isEmail(String text) {
    return text.length() <= LONGEST_EMAIL && !isFormula(text) && EMAIL.matcher(text).matches();
  }

  /** Whether some of it could not be seen. */
  public static boolean hides(String text) {
    return text.codePoints().anyMatch(Character::isISOControl);
  }

  /** On one line, as platforms show it. */
  public static String line(String text) {
    return text.replaceAll("[\\s\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  /** A heading however it is written: in lower case, with blanks between its words. */
  public static String heading(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]+", " ").strip();
  }

  /** In quotes, of a long one the beginning. */
  public static String shown(String text) {
    return "“" + Brief.of(text, SHOWN) + "”";
  }
}
