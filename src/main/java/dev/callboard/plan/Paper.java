package dev.callboard.plan;

import java.util.Locale;

/** What reports are printed on. */
public enum Paper {
  A4,
  /** As in North America: 8.5 by 11 inches. */
  LETTER;

  /** As files say it, and as CSS does. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
