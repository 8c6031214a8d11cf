package dev.callboard.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Block;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Span;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns content into the JSON that our own pages draw. Every text stays a JSON string, and the page
 * sets it as text, so nothing in it can be markup. What is longer than a person would read is cut.
 */
public final class PageBlocks {

  static final int MOST_BLOCKS = 40;
  static final int MOST_FACTS = 24;
  static final int MOST_BUTTONS = 24;
  static final int LONGEST_HEADING = 200;
  static final int LONGEST_TEXT = 3_000;
  public static final int LONGEST_LABEL = 80;

  /** The longest command line that a page may send. */
  public static final int LONGEST_LINE = 4_000;

  /** These turn the order of what follows them, even outside the text they stand in. */
  private static final Pattern DIRECTION = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PageBlocks() {}

  public static ArrayNode of(Content content) {
    List<Block> blocks = content.blocks().stream().flatMap(PageBlocks::parts).toList();
    ArrayNode drawn = JSON.arrayNode();
    blocks.stream().limit(MOST_BLOCKS).map(PageBlocks::block).forEach(drawn::add);
    if (blocks.size() > MOST_BLOCKS) {
      drawn.add(block(new Block.Small(Line.of("… and more than fits here."))));
    }
    return drawn;
  }

  private static Stream<Block> parts(Block block) {
    return block instanceof Block.MeetingLink link ? link.simply().stream() : Stream.of(block);
  }

  private static ObjectNode block(Block block) {
    ObjectNode drawn = JSON.objectNode();
    switch (block) {
      case Block.Heading heading ->
          drawn.put("type", "heading").put("text", cut(heading.text(), LONGEST_HEADING));
      case Block.Text text -> drawn.put("type", "text").set("spans", spans(text.line()));
      case Block.Small small -> drawn.put("type", "small").set("spans", spans(small.line()));
      case Block.Facts facts -> {
        ArrayNode rows = drawn.put("type", "facts").putArray("facts");
        facts.facts().stream().limit(MOST_FACTS).forEach(fact -> rows.add(fact(fact)));
      }
      case Block.File file ->
          drawn
              .put("type", "file")
              .put("name", cut(file.name().replaceAll("[/\\\\\\p{Cntrl}]", "_"), LONGEST_LABEL))
              .put("mediaType", file.mediaType())
              .put("base64", file.base64());
      case Block.MeetingLink link ->
          drawn.put("type", "text").set("spans", spans(Line.of(link.title())));
      case Block.Actions actions -> {
        ArrayNode row = drawn.put("type", "actions").putArray("buttons");
        actions.buttons().stream()
            .filter(PageBlocks::pressable)
            .limit(MOST_BUTTONS)
            .forEach(button -> row.add(button(button)));
      }
    }
    return drawn;
  }

  private static ObjectNode fact(Block.Fact fact) {
    ObjectNode drawn = JSON.objectNode().put("label", cut(fact.label(), LONGEST_LABEL));
    drawn.set("spans", spans(fact.value()));
    return drawn;
  }

  private static ObjectNode button(Button button) {
    ObjectNode drawn = JSON.objectNode().put("label", cut(button.label(), LONGEST_LABEL));
    return switch (button) {
      case Button.Press press ->
          drawn
              .put("line", press.line())
              .put("style", press.style().name().toLowerCase(Locale.ROOT));
      case Button.Open open -> drawn.put("url", open.url().toString());
    };
  }

  private static boolean pressable(Button button) {
    return switch (button) {
      case Button.Press press -> press.line().length() <= LONGEST_LINE;
      case Button.Open open -> web(open.url());
    };
  }

  private static ArrayNode spans(Line line) {
    ArrayNode drawn = JSON.arrayNode();
    int left = LONGEST_TEXT;
    for (Span span : line.spans()) {
      if (left <= 0) {
        break;
      }
      ObjectNode node = span(span, left);
      left -= node.path("text").textValue().length();
      drawn.add(node);
    }
    return drawn;
  }

  private static ObjectNode span(Span span, int most) {
    ObjectNode drawn = JSON.objectNode();
    return switch (span) {
      case Span.Plain plain -> drawn.put("text", cut(plain.text(), most));
      case Span.Strong strong -> drawn.put("strong", true).put("text", cut(strong.text(), most));
      case Span.Code code -> drawn.put("code", true).put("text", cut(code.text(), most));
      case Span.Link link -> {
        drawn.put("text", cut(link.label(), most));
        yield web(link.url()) ? drawn.put("url", link.url().toString()) : drawn;
      }
      case Span.Clock clock ->
          drawn
              .put("text", Line.empty().with(clock).plainText())
              .put("at", clock.at().toString())
              .put("zone", clock.zone().getId());
    };
  }

  /** Whether it is an address a person should be led to. */
  private static boolean web(URI url) {
    String scheme = url.getScheme();
    return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
  }

  /** The text, harmless to its surroundings and no longer than people read in one place. */
  public static String cut(String text) {
    return cut(text, LONGEST_HEADING);
  }

  /** The text, harmless to its surroundings and not longer than that. */
  public static String cut(String text, int most) {
    return Brief.of(DIRECTION.matcher(text).replaceAll(""), most);
  }
}
