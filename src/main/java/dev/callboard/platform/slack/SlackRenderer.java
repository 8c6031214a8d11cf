package dev.callboard.platform.slack;

import com.google.gson.JsonObject;
import dev.callboard.chat.Block;
import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.Fact;
import dev.callboard.chat.Block.Facts;
import dev.callboard.chat.Block.File;
import dev.callboard.chat.Block.Heading;
import dev.callboard.chat.Block.MeetingLink;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws a content with Block Kit, within all its limits. Pure. */
final class SlackRenderer {

  private final List<JsonObject> blocks = new ArrayList<>();
  private final Map<String, String> calls;
  private final Map<String, String> pictures;
  private final String said;
  private int buttons;

  private SlackRenderer(Content content, Map<String, String> calls, Map<String, String> pictures) {
    this.calls = calls;
    this.pictures = pictures;
    this.said = pictures.isEmpty() ? "" : said(content);
  }

  static SlackMessage message(Content content) {
    return message(content, Map.of());
  }

  /**
   * A message for a channel.
   *
   * @param calls Slack's ids of meetings, by the meetings' own; the others are links
   */
  static SlackMessage message(Content content, Map<String, String> calls) {
    return message(content, calls, Map.of());
  }

  /**
   * A message for a channel.
   *
   * @param calls Slack's ids of meetings, by the meetings' own; the others are links
   * @param pictures Slack's ids of files that are shown, by their names; the others are named
   */
  static SlackMessage message(
      Content content, Map<String, String> calls, Map<String, String> pictures) {
    return new SlackMessage(
        SlackText.escaped(content.plainText(), BlockKit.FALLBACK),
        BlockKit.array(blocks(content, calls, pictures)));
  }

  /** The blocks alone, as modals and the Home tab take them. */
  static List<JsonObject> blocks(Content content) {
    return blocks(content, Map.of(), Map.of());
  }

  private static List<JsonObject> blocks(
      Content content, Map<String, String> calls, Map<String, String> pictures) {
    SlackRenderer renderer = new SlackRenderer(content, calls, pictures);
    content.blocks().forEach(renderer::draw);
    return Fit.into(renderer.blocks);
  }

  private void draw(Block block) {
    switch (block) {
      case Heading heading -> heading(heading.text());
      case Text text -> text(text);
      case Small small -> small(small);
      case Facts facts -> facts(facts.facts());
      case File file -> file(file);
      case MeetingLink link -> meeting(link);
      case Actions actions -> actions(actions.buttons());
    }
  }

  private void file(File file) {
    String picture = pictures.get(file.name());
    if (picture == null) {
      small(new Small(Line.of("File: " + file.name())));
    } else {
      blocks.add(BlockKit.image(picture, said.isEmpty() ? file.name() : said));
    }
  }

  /** What a picture beside these words shows. */
  private static String said(Content content) {
    return content.blocks().stream()
        .filter(block -> block instanceof Heading || block instanceof Text)
        .map(block -> Content.of(block).plainText())
        .collect(Collectors.joining(". "));
  }

  private void meeting(MeetingLink link) {
    String call = calls.get(link.id());
    if (call == null) {
      link.simply().forEach(this::draw);
    } else {
      blocks.add(BlockKit.call(call));
    }
  }

  private void heading(String text) {
    if (!text.isBlank()) {
      blocks.add(BlockKit.header(text));
    }
  }

  private void text(Text text) {
    if (!text.line().plainText().isBlank()) {
      blocks.addAll(RichText.blocks(text.line()));
    }
  }

  private void small(Small small) {
    if (!small.line().plainText().isBlank()) {
      blocks.add(BlockKit.context(Mrkdwn.text(small.line(), BlockKit.TEXT)));
    }
  }

  private void facts(List<Fact> facts) {
    List<JsonObject> fields =
        facts.stream()
            .filter(fact -> !(fact.label() + fact.value().plainText()).isBlank())
            .map(fact -> Mrkdwn.fact(fact.label(), fact.value(), BlockKit.FIELD))
            .toList();
    for (int i = 0; i < fields.size(); i += BlockKit.FIELDS) {
      blocks.add(BlockKit.fields(fields.subList(i, Math.min(i + BlockKit.FIELDS, fields.size()))));
    }
  }

  private void actions(List<Button> all) {
    List<JsonObject> elements = all.stream().map(this::button).flatMap(Optional::stream).toList();
    for (int i = 0; i < elements.size(); i += BlockKit.BUTTONS) {
      blocks.add(
          BlockKit.actions(elements.subList(i, Math.min(i + BlockKit.BUTTONS, elements.size()))));
    }
  }

  /** Empty for a button that Slack could not carry: half a line would do something else. */
  private Optional<JsonObject> button(Button button) {
    if (button.label().isBlank()) {
      return Optional.empty();
    }
    return switch (button) {
      case Button.Press press -> press(press);
      case Button.Open open -> open(open);
    };
  }

  private Optional<JsonObject> press(Button.Press press) {
    String value = ButtonValue.of(press.line());
    if (value.length() > BlockKit.VALUE || press.line().isBlank()) {
      return Optional.empty();
    }
    JsonObject element = labelled(press.label(), "press");
    element.addProperty("value", value);
    String style = style(press.style());
    if (style != null) {
      element.addProperty("style", style);
    }
    return Optional.of(element);
  }

  private Optional<JsonObject> open(Button.Open open) {
    if (!RichText.linkable(open.url())) {
      return Optional.empty();
    }
    JsonObject element = labelled(open.label(), "open");
    element.addProperty("url", open.url().toASCIIString());
    return Optional.of(element);
  }

  private JsonObject labelled(String label, String kind) {
    JsonObject element = BlockKit.typed("button");
    element.add("text", BlockKit.plainText(SlackText.oneLine(label), BlockKit.LABEL));
    element.addProperty("action_id", kind + "-" + buttons++);
    return element;
  }

  private static @Nullable String style(Button.Style style) {
    return switch (style) {
      case PLAIN -> null;
      case MAIN -> "primary";
      case DANGER -> "danger";
    };
  }
}
