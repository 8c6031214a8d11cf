package dev.callboard.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Slack would refuse of blocks, as far as it documents it: a stand-in for {@code
 * blocks.validate} that needs no network. It knows the blocks that Callboard uses and calls every
 * other a fault.
 */
public final class BlockKitLimits {

  private static final int PAYLOAD = 13_200;
  private static final Set<String> STYLES = Set.of("primary", "danger");
  private static final Set<String> RICH = Set.of("text", "link", "date");

  private final List<String> faults = new ArrayList<>();
  private final Set<String> actionIds = new HashSet<>();

  private BlockKitLimits() {}

  /** Faults of a message with {@code text} and {@code blocks}; empty when Slack would take it. */
  public static List<String> message(JsonObject message) {
    BlockKitLimits limits = new BlockKitLimits();
    limits.length("text", string(message, "text"), 1, 4_000);
    limits.blocks(message.getAsJsonArray("blocks"), 50);
    return limits.faults;
  }

  /** Faults of a modal or a Home tab. */
  public static List<String> view(JsonObject view) {
    BlockKitLimits limits = new BlockKitLimits();
    boolean modal = string(view, "type").equals("modal");
    for (String part : new String[] {"title", "submit", "close"}) {
      if (view.has(part)) {
        limits.text(part, view.getAsJsonObject(part), 24, false);
      }
    }
    limits.check(modal == view.has("title"), "title of a " + string(view, "type"));
    limits.length("private_metadata", string(view, "private_metadata"), 0, 3_000);
    limits.length("callback_id", string(view, "callback_id"), 0, 255);
    limits.blocks(view.getAsJsonArray("blocks"), 100);
    boolean asks = view.getAsJsonArray("blocks").toString().contains("\"type\":\"input\"");
    limits.check(!asks || view.has("submit"), "an input without submit");
    return limits.faults;
  }

  public static List<String> message(String json) {
    return message(JsonParser.parseString(json).getAsJsonObject());
  }

  private void blocks(@Nullable JsonArray blocks, int most) {
    if (blocks == null) {
      faults.add("no blocks");
      return;
    }
    check(!blocks.isEmpty() && blocks.size() <= most, "blocks: " + blocks.size());
    check(blocks.toString().length() <= PAYLOAD, "payload: " + blocks.toString().length());
    blocks.forEach(block -> block(block.getAsJsonObject()));
  }

  private void block(JsonObject block) {
    length("block_id", string(block, "block_id"), 0, 255);
    switch (string(block, "type")) {
      case "header" -> text("header", block.getAsJsonObject("text"), 150, false);
      case "context" ->
          each(block, "elements", 10, element -> text("context", element, 3_000, true));
      case "section" -> section(block);
      case "actions" -> each(block, "elements", 25, this::button);
      case "rich_text" -> each(block, "elements", 100, this::rich);
      case "input" -> input(block);
      case "image" -> {
        length("alt_text", string(block, "alt_text"), 1, 2_000);
        check(!string(block.getAsJsonObject("slack_file"), "id").isEmpty(), "a picture's file");
      }
      case "call" -> length("call_id", string(block, "call_id"), 1, 255);
      default -> faults.add("block of type " + string(block, "type"));
    }
  }

  private void section(JsonObject block) {
    check(block.has("text") || block.has("fields"), "a section without text and fields");
    if (block.has("text")) {
      text("section", block.getAsJsonObject("text"), 3_000, true);
    }
    if (block.has("fields")) {
      each(block, "fields", 10, field -> text("field", field, 2_000, true));
    }
  }

  private void button(JsonObject button) {
    check(string(button, "type").equals("button"), "element " + string(button, "type"));
    text("button", button.getAsJsonObject("text"), 75, false);
    length("action_id", string(button, "action_id"), 1, 255);
    check(actionIds.add(string(button, "action_id")), "action_id twice");
    length("value", string(button, "value"), button.has("value") ? 1 : 0, 2_000);
    length("url", string(button, "url"), button.has("url") ? 1 : 0, 3_000);
    check(!button.has("style") || STYLES.contains(string(button, "style")), "style");
  }

  private void rich(JsonObject section) {
    check(string(section, "type").equals("rich_text_section"), "rich " + string(section, "type"));
    int characters = 0;
    for (JsonElement each : section.getAsJsonArray("elements")) {
      JsonObject element = each.getAsJsonObject();
      String type = string(element, "type");
      check(RICH.contains(type), "rich element " + type);
      check(!type.equals("text") || !string(element, "text").isEmpty(), "an empty rich text");
      check(!type.equals("link") || string(element, "url").length() <= 3_000, "a rich url");
      check(!type.equals("date") || element.has("timestamp"), "a date without time");
      characters += string(element, "text").length();
    }
    check(!section.getAsJsonArray("elements").isEmpty(), "an empty rich section");
    check(characters <= 3_000, "rich text: " + characters);
  }

  private void input(JsonObject block) {
    text("label", block.getAsJsonObject("label"), 2_000, false);
    JsonObject element = block.getAsJsonObject("element");
    check(string(element, "type").equals("plain_text_input"), "input");
    length("initial_value", string(element, "initial_value"), 0, 3_000);
    length("action_id", string(element, "action_id"), 1, 255);
  }

  private void text(String where, @Nullable JsonObject text, int most, boolean markup) {
    String type = text == null ? "" : string(text, "type");
    check(
        type.equals("plain_text") || (markup && type.equals("mrkdwn")),
        where + ": text object of type " + type);
    length(where, text == null ? "" : string(text, "text"), 1, most);
  }

  /** A part of a block. */
  @FunctionalInterface
  private interface Part {
    void check(JsonObject element);
  }

  private void each(JsonObject block, String name, int most, Part part) {
    JsonArray elements = block.getAsJsonArray(name);
    check(!elements.isEmpty() && elements.size() <= most, name + ": " + elements.size());
    elements.forEach(element -> part.check(element.getAsJsonObject()));
  }

  private void length(String what, String text, int least, int most) {
    check(text.length() >= least && text.length() <= most, what + ": " + text.length() + " long");
  }

  private void check(boolean sound, String fault) {
    if (!sound) {
      faults.add(fault);
    }
  }

  private static String string(JsonObject object, String name) {
    JsonElement element = object.get(name);
    return element == null || !element.isJsonPrimitive() ? "" : element.getAsString();
  }
}
