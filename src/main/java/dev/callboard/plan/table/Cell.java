package dev.callboard.plan.table;

/**
 * One cell of a table.
 *
 * @param text what stands there, without blanks around it
 */
public record Cell(String text, Kind kind) {

  /** What it is to the program that wrote it. */
  public enum Kind {
    TEXT("a text"),
    NUMBER("a number"),
    DATE("a date"),
    OTHER("a yes or no, or an error");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public static Cell of(String text) {
    return new Cell(text.strip(), Kind.TEXT);
  }
}
