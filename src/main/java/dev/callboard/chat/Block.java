package dev.callboard.chat;

import java.net.URI;
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

  /**
   * A meeting to join, held somewhere else than where this is read.
   *
   * @param id the meeting's own id there, the same in every message that names it
   */
  record MeetingLink(String id, String title, URI join) implements Block {

    /** The same where a platform has no way of its own to show a meeting. */
    public List<Block> simply() {
      return List.of(
          new Text(Line.empty().strong(title)),
          new Actions(List.of(new Button.Open("Join", join))));
    }
  }

  /** Buttons; left out of plain text, because the reader of plain text can type the same. */
  record Actions(List<Button> buttons) implements Block {
    public Actions {
      buttons = List.copyOf(buttons);
    }
  }
}
