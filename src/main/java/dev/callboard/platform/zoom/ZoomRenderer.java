package dev.callboard.platform.zoom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Block;
import dev.callboard.chat.Block.Fact;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Span;
import dev.callboard.platform.zoom.ZoomLines.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * Contents as Team Chat shows them: a head, which is also what a notification says, and below it
 * texts, labelled values and buttons. Cut where Zoom takes no more, so that a reader sees it. Not
 * thread-safe; one is used for one message.
 */
final class ZoomRenderer {

  static final int LONGEST_TEXT = 1_000;
  static final int LONGEST_HEAD = 200;
  static final int LONGEST_FIELD = 256;
  static final int LONGEST_LABEL = 40;
  static final int MOST_IN_A_ROW = 5;

  private static final int MOST_ROWS = 4;
  private static final int MOST_FACTS = 20;
  private static final int MOST_ELEMENTS = 40;
  private static final int MOST_CHARACTERS = 8_000;
  private static final String FILE =
      ": files cannot be sent here. On the server, “callboard report SESSION --csv” writes it.";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Style style;
  private final ArrayNode body = JSON.arrayNode();
  private int left = MOST_CHARACTERS;
  private boolean cut;

  private ZoomRenderer(Style style) {
    this.style = style;
  }

  /** The content as a message without addresses. */
  static ObjectNode message(Content content) {
    return new ZoomRenderer(style(content)).draw(content);
  }

  private static Style style(Content content) {
    return content.blocks().stream().allMatch(ZoomRenderer::markable) ? Style.MARKED : Style.PLAIN;
  }

  /** Whether markup can be used beside this block, and within it without being cut apart. */
  private static boolean markable(Block block) {
    return switch (block) {
      case Block.Heading heading -> !ZoomWords.marked(heading.text());
      case Block.Text text -> markable(text.line());
      case Block.Small small -> markable(small.line());
      case Block.Facts facts ->
          facts.facts().stream()
              .allMatch(fact -> !ZoomWords.marked(fact.label()) && markable(fact.value()));
      case Block.File file -> !ZoomWords.marked(file.name());
      case Block.MeetingLink link -> link.simply().stream().allMatch(ZoomRenderer::markable);
      case Block.Actions actions ->
          actions.buttons().stream().noneMatch(button -> ZoomWords.marked(button.label()));
    };
  }

  private static boolean markable(Line line) {
    return ZoomLines.bare(line)
        && ZoomLines.text(line, Style.MARKED).length() <= LONGEST_TEXT - LONGEST_FIELD;
  }

  private ObjectNode draw(Content all) {
    String head = head(all.blocks().getFirst());
    all.blocks().stream().skip(head.isEmpty() ? 0 : 1).forEach(this::add);
    if (head.isEmpty() && !body.findValuesAsText("type").contains("message")) {
      head = Brief.of(ZoomWords.oneLine(all.plainText()), LONGEST_HEAD);
    }
    ObjectNode message = JSON.objectNode().put("is_markdown_support", style == Style.MARKED);
    ObjectNode content = message.putObject("content");
    if (!head.isEmpty()) {
      content.putObject("head").put("text", head);
    }
    if (!body.isEmpty()) {
      content.set("body", body);
    }
    return message;
  }

  /** What stands above the rest: a heading, or a short remark; else nothing. */
  private static String head(Block first) {
    return switch (first) {
      case Block.Heading heading -> Brief.of(ZoomWords.oneLine(heading.text()), LONGEST_HEAD);
      case Block.Text text when remark(text.line()) ->
          ZoomWords.oneLine(ZoomLines.text(text.line(), Style.PLAIN));
      default -> "";
    };
  }

  private static boolean remark(Line line) {
    String words = line.plainText();
    return words.length() <= LONGEST_HEAD - 50 // clocks are longer with their zone
        && !words.contains("\n")
        && line.spans().stream()
            .noneMatch(span -> span instanceof Span.Link || span instanceof Span.Code);
  }

  private void add(Block block) {
    if (block instanceof Block.Actions actions) {
      buttons(actions.buttons());
      return;
    }
    if (full()) {
      return;
    }
    switch (block) {
      case Block.Heading heading -> text(strong(ZoomWords.oneLine(heading.text())));
      case Block.Text text -> text(ZoomLines.text(text.line(), style));
      case Block.Small small -> text(ZoomLines.text(small.line(), style));
      case Block.Facts facts -> facts(facts.facts());
      case Block.File file -> text(ZoomWords.oneLine(file.name()) + FILE);
      case Block.MeetingLink link -> link.simply().forEach(this::add);
      case Block.Actions _ -> throw new IllegalStateException("actions: drawn above");
    }
  }

  private boolean full() {
    boolean full = left <= 0 || body.size() >= MOST_ELEMENTS;
    if (full) {
      sayThatItIsCut();
    }
    return full;
  }

  /** Once, where it happens, so that buttons still stand below it. */
  private void sayThatItIsCut() {
    if (!cut) {
      cut = true;
      body.add(message("… and more than Zoom can show"));
    }
  }

  private String strong(String words) {
    return ZoomLines.text(Line.empty().strong(words), style);
  }

  /** One text, or several when it is long. */
  private void text(String whole) {
    String rest = whole.strip();
    if (style == Style.MARKED && rest.length() > left) {
      left = 0; // cut in the middle, its marks would show
    }
    while (!rest.isEmpty()) {
      if (full()) {
        return;
      }
      String piece = piece(rest, Math.min(LONGEST_TEXT, Math.max(left, 100)));
      body.add(message(piece));
      left -= piece.length();
      rest = rest.substring(piece.length()).strip();
    }
  }

  /** The beginning of a text, cut at a blank where there is one. */
  private static String piece(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int blank = Math.max(text.lastIndexOf(' ', longest), text.lastIndexOf('\n', longest));
    int end = blank > longest / 2 ? blank : longest;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private ObjectNode message(String text) {
    return JSON.objectNode()
        .put("type", "message")
        .put("text", text)
        .put("is_markdown_support", style == Style.MARKED);
  }

  private void facts(List<Fact> facts) {
    List<ObjectNode> fields = new ArrayList<>();
    for (Fact fact : facts.subList(0, Math.min(MOST_FACTS, facts.size()))) {
      String label = Brief.of(ZoomWords.oneLine(fact.label()), LONGEST_FIELD);
      String value = ZoomLines.text(fact.value(), Style.PLAIN).strip();
      boolean linked = fact.value().spans().stream().anyMatch(Span.Link.class::isInstance);
      if (linked || label.isEmpty() || value.isEmpty() || value.length() > LONGEST_FIELD) {
        flush(fields);
        text((strong(label) + ": " + ZoomLines.text(fact.value(), style)).strip());
      } else {
        fields.add(JSON.objectNode().put("key", label).put("value", value));
        left -= label.length() + value.length();
      }
    }
    flush(fields);
    if (facts.size() > MOST_FACTS) {
      sayThatItIsCut();
    }
  }

  private void flush(List<ObjectNode> fields) {
    if (!fields.isEmpty()) {
      ObjectNode element = JSON.objectNode().put("type", "fields");
      element.putArray("items").addAll(fields);
      body.add(element);
      fields.clear();
    }
  }

  /** Buttons in rows; what opens a page is a line with a link, for buttons cannot. */
  private void buttons(List<Button> buttons) {
    List<ObjectNode> items = new ArrayList<>();
    for (Button button : buttons) {
      switch (button) {
        case Button.Press press -> item(press, items);
        case Button.Open open -> {
          if (ZoomLines.web(open.url()) && body.size() < MOST_ELEMENTS) {
            body.add(message(label(open.label())).put("link", ZoomLines.address(open.url())));
          }
        }
      }
    }
    for (int i = 0; i < Math.min(items.size(), MOST_IN_A_ROW * MOST_ROWS); i += MOST_IN_A_ROW) {
      ObjectNode row = JSON.objectNode().put("type", "actions");
      row.putArray("items").addAll(items.subList(i, Math.min(i + MOST_IN_A_ROW, items.size())));
      body.add(row);
    }
  }

  /** A line that is too long for a button can still be typed. */
  private static void item(Button.Press press, List<ObjectNode> items) {
    if (press.line().length() <= LONGEST_FIELD) {
      items.add(
          JSON.objectNode()
              .put("text", label(press.label()))
              .put("value", press.line())
              .put("style", style(press.style())));
    }
  }

  private static String label(String label) {
    String words = Brief.of(ZoomWords.oneLine(label), LONGEST_LABEL);
    return words.isEmpty() ? "…" : words;
  }

  private static String style(Button.Style style) {
    return switch (style) {
      case PLAIN -> "Default";
      case MAIN -> "Primary";
      case DANGER -> "Danger";
    };
  }
}
