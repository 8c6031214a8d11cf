package dev.callboard.plan;

/** The text is no YAML that a plan, or another file of authors, can be written in. */
public final class Unreadable extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * @param line counted from 1; 0 for the whole file
   * @param reason what stands there, and what was expected
   */
  public Unreadable(int line, String reason) {
    super(reason);
    this.line = line;
  }

  public int line() {
    return line;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
