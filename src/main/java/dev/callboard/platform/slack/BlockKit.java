package dev.callboard.platform.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.callboard.chat.Brief;
import java.util.List;

/** The parts of Slack's Block Kit that Callboard uses, and their limits. Pure. */
final class BlockKit {

  /** Blocks in a message; a modal or the Home tab would take 100. */
  static final int BLOCKS = 50;

  /** JSON of all blocks together: Slack names no limit but refuses from about 13,200 on. */
  static final int PAYLOAD = 12_000;

  /** The text beside the blocks, for notifications and screen readers. */
  static final int FALLBACK = 4_000;

  static final int TEXT = 3_000;
  static final int HEADER = 150;
  static final int FIELD = 2_000;
  static final int FIELDS = 10;
  static final int BUTTONS = 25;
  static final int LABEL = 75;
  static final int VALUE = 2_000;
  static final int URL = 3_000;
  static final int TITLE = 24;
  static final int ALT = 2_000;
  static final int INPUT_LABEL = 2_000;
  static final int METADATA = 3_000;

  private BlockKit() {}

  /** A text object in which nothing is formatted, turned into an emoji or mentioned. */
  static JsonObject plainText(String text, int max) {
    JsonObject object = typed("plain_text");
    object.addProperty("text", SlackText.escaped(text, max));
    object.addProperty("emoji", false);
    return object;
  }

  static JsonObject header(String text) {
    JsonObject block = typed("header");
    block.add("text", plainText(SlackText.oneLine(text), HEADER));
    return block;
  }

  static JsonObject context(JsonObject text) {
    JsonObject block = typed("context");
    block.add("elements", array(List.of(text)));
    return block;
  }

  /** A meeting that is held elsewhere and known to Slack. */
  static JsonObject call(String id) {
    JsonObject block = typed("call");
    block.addProperty("call_id", id);
    return block;
  }

  /**
   * A picture.
   *
   * @param file Slack's id of it
   * @param alt what it says, for whoever does not see it
   */
  static JsonObject image(String file, String alt) {
    JsonObject source = new JsonObject();
    source.addProperty("id", file);
    JsonObject block = typed("image");
    block.add("slack_file", source);
    block.addProperty("alt_text", Brief.of(SlackText.oneLine(alt), ALT));
    return block;
  }

  static JsonObject fields(List<JsonObject> texts) {
    JsonObject block = typed("section");
    block.add("fields", array(texts));
    return block;
  }

  static JsonObject actions(List<JsonObject> elements) {
    JsonObject block = typed("actions");
    block.add("elements", array(elements));
    return block;
  }

  static JsonObject richText(JsonArray elements) {
    JsonObject section = typed("rich_text_section");
    section.add("elements", elements);
    JsonObject block = typed("rich_text");
    block.add("elements", array(List.of(section)));
    return block;
  }

  static JsonObject typed(String type) {
    JsonObject object = new JsonObject();
    object.addProperty("type", type);
    return object;
  }

  static JsonArray array(List<JsonObject> elements) {
    JsonArray array = new JsonArray(elements.size());
    elements.forEach(array::add);
    return array;
  }
}
