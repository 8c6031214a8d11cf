package dev.callboard.chat;

import java.net.URI;

/** Something to press. */
public sealed interface Button {

  String label();

  /**
   * Does what typing the line would do.
   *
   * @param label a verb, 30 characters at most so that no platform cuts it
   * @param line the command line, such as {@code @hybrid-1 page 12}
   */
  record Press(String label, String line, Style style) implements Button {
    public Press(String label, String line) {
      this(label, line, Style.PLAIN);
    }
  }

  /** Opens a page. */
  record Open(String label, URI url) implements Button {}

  /** How much a button stands out. */
  enum Style {
    PLAIN,
    /** The one thing most people will want next. */
    MAIN,
    /** Takes something away. */
    DANGER
  }
}
