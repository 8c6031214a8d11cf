package dev.callboard.report.picture;

import dev.callboard.report.font.Lettering;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes texts fit, as wide as they are in the bundled typefaces, which PNG and paper have and which
 * are wider than those of most machines that show a page.
 */
final class Fit {

  /** From here on, what browsers show in fonts of their own, which may be wider. */
  private static final int FOREIGN = 0x2E80;

  private Fit() {}

  /** How wide it is; by a guess rather too wide what a browser has other fonts for. */
  static double width(String text, double size, boolean bold) {
    Lettering letters = bold ? Lettering.BOLD : Lettering.REGULAR;
    double drawn = letters.width(text, size);
    return text.codePoints().allMatch(sign -> sign < FOREIGN)
        ? drawn
        : Math.max(drawn, size * text.codePoints().mapToDouble(Fit::em).sum());
  }

  private static double em(int sign) {
    int type = Character.getType(sign);
    boolean unseen = type == Character.NON_SPACING_MARK || type == Character.FORMAT;
    return unseen ? 0 : sign < FOREIGN ? 0.8 : 1.05;
  }

  /** As much of it as there is room for; empty when that is next to nothing. */
  static String within(String text, double room, double size, boolean bold) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (width(line, size, bold) <= room) {
      return line;
    }
    BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
    signs.setText(line);
    int kept = 0;
    for (int end = signs.next(); end != BreakIterator.DONE; end = signs.next()) {
      if (width(line.substring(0, end), size, bold) + size > room) {
        break;
      }
      kept = end;
    }
    return kept < 2 ? "" : line.substring(0, kept).strip() + "…";
  }

  /** In so many lines at most; what is too long ends with dots. */
  static List<String> lines(String text, double room, double size, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (lines.size() < most - 1 && width(rest, size, false) > room) {
      int end = rest.length();
      while (end > 0 && width(rest.substring(0, end), size, false) > room) {
        end = rest.lastIndexOf(' ', end - 1);
      }
      if (end <= 0) {
        break;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    lines.add(within(rest, room, size, false));
    return lines;
  }
}
