package dev.callboard.chat;

/** Texts of people, where there is room for their beginning alone. */
public final class Brief {

  private Brief() {}

  /**
   * The text; of a longer one as much as there is room for with {@code …} behind it. Never half of
   * a character of two {@code char}s, which platforms refuse or show as a box.
   */
  public static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Math.max(0, most - 1);
    boolean halves = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, halves ? end - 1 : end) + "…";
  }
}
