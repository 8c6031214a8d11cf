package dev.callboard.plan;

/** The text is no YAML that a plan can be written in. */
final class Unreadable extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * @param line counted from 1; 0 for the whole file
   * @param reason what stands there, and what was expected
   */
  Unreadable(int line, String reason) {
    super(reason);
    this.line = line;
  }

  int line() {
    return line;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
