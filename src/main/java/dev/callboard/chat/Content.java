package dev.callboard.chat;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.Facts;
import dev.callboard.chat.Block.File;
import dev.callboard.chat.Block.Heading;
import dev.callboard.chat.Block.MeetingLink;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * What a message says: blocks in reading order, at least one of which has text, so that the plain
 * text is never empty.
 */
public record Content(List<Block> blocks) {

  public Content {
    blocks = List.copyOf(blocks);
    if (blocks.stream().allMatch(block -> plainText(block).isBlank())) {
      throw new IllegalArgumentException("content: " + blocks + " (expected: a block with text)");
    }
  }

  public static Content of(Block... blocks) {
    return new Content(List.of(blocks));
  }

  public static Content text(String text) {
    return of(new Text(Line.of(text)));
  }

  public static Content text(Line line) {
    return of(new Text(line));
  }

  public Content and(Block block) {
    List<Block> more = new ArrayList<>(blocks);
    more.add(block);
    return new Content(more);
  }

  public Content and(Button... buttons) {
    return and(new Actions(List.of(buttons)));
  }

  /** The whole message in words: for notifications, screen readers and platforms without cards. */
  public String plainText() {
    return plainText(blocks);
  }

  private static String plainText(List<Block> blocks) {
    StringJoiner texts = new StringJoiner("\n");
    for (Block block : blocks) {
      String text = plainText(block);
      if (!text.isBlank()) {
        texts.add(text);
      }
    }
    return texts.toString();
  }

  private static String plainText(Block block) {
    return switch (block) {
      case Heading heading -> heading.text();
      case Text text -> text.line().plainText();
      case Small small -> small.line().plainText();
      case Facts facts ->
          facts.facts().stream()
              .map(fact -> fact.label() + ": " + fact.value().plainText())
              .collect(Collectors.joining("\n"));
      case File file -> "File: " + file.name();
      case MeetingLink link -> link.title() + ": " + link.join();
      case Actions actions -> "";
    };
  }
}
