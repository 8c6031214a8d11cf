package dev.callboard.chat;

import java.util.List;

/** A part of a message, drawn by each platform in its own way. */
public sealed interface Block {

  record Heading(String text) implements Block {}

  record Text(Line line) implements Block {}

  /** A remark in smaller type. */
  record Small(Line line) implements Block {}

  /** Labelled values, side by side where there is room. */
  record Facts(List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  record Fact(String label, Line value) {}

  /**
   * A file to save.
   *
   * @param name with its ending, such as {@code roll.csv}
   * @param base64 its bytes
   */
  record File(String name, String mediaType, String base64) implements Block {}

  /** Buttons; left out of plain text, because the reader of plain text can type the same. */
  record Actions(List<Button> buttons) implements Block {
    public Actions {
      buttons = List.copyOf(buttons);
    }
  }
}
