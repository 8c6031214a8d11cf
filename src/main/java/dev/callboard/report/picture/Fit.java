package dev.callboard.report.picture;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes texts fit, by a guess at their width that is rather too wide than too narrow. */
final class Fit {

  private static final double NARROW = 0.58;
  private static final double BOLD = 0.64;

  private Fit() {}

  /** How wide it is at most, in the usual faces. */
  static double width(String text, double size, boolean bold) {
    return size * text.codePoints().mapToDouble(sign -> em(sign, bold)).sum();
  }

  private static double em(int sign, boolean bold) {
    int type = Character.getType(sign);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return 0;
    }
    if (sign >= 0x1100) {
      return sign < 0x2E80 ? 0.8 : 1.05;
    }
    return " .,:;'|ilIjtf()[]!".indexOf(sign) >= 0 ? 0.36 : bold ? BOLD : NARROW;
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
