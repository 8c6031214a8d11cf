package dev.callboard.report;

/** Takes out of a text what XML cannot say, such as control characters and half characters. */
public final class Plain {

  private Plain() {}

  public static String of(String text) {
    int first = 0;
    while (first < text.length() && usual(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text; // nearly all are, and there may be a million
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(Plain::sayable).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean usual(int character) {
    return character >= 0x20 && character < 0xD800;
  }

  /** The characters of XML 1.0. */
  private static boolean sayable(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || codePoint == '\r'
        || (codePoint >= 0x20 && codePoint <= 0xD7FF)
        || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
        || codePoint >= 0x10000;
  }
}
