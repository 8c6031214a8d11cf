package dev.callboard.platform.zoom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at what Callboard sends as Zoom and its clients would. */
final class ZoomWire {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> ELEMENTS = Set.of("message", "fields", "actions");
  private static final Set<String> STYLES = Set.of("Primary", "Default", "Danger");

  /** What clients read as markup when it is switched on. */
  private static final Pattern MARKS = Pattern.compile("[*_~`<>\\[\\]#\\\\]");

  /** Markup that Callboard makes itself, around words without any. */
  private static final Pattern OWN =
      Pattern.compile(
          "\\*[^*_~`<>\\s][^*_~`<>]*\\*|`[^*_~`<>]+`|<https?://[^<>|\\s]+\\|[^*_~`<>|]+>");

  private ZoomWire() {}

  static JsonNode read(String wire) {
    try {
      return JSON.readTree(wire);
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(notJson);
    }
  }

  /** All texts that people see, in order. */
  static List<String> texts(JsonNode message) {
    List<String> texts = new ArrayList<>(message.findValuesAsText("text"));
    texts.addAll(message.findValuesAsText("key"));
    message.findParents("key").forEach(field -> texts.add(field.path("value").asText("")));
    return texts;
  }

  /** What Zoom would not take or not show. */
  static List<String> faults(String wire) {
    List<String> faults = new ArrayList<>();
    JsonNode message = read(wire);
    JsonNode content = message.path("content");
    JsonNode marked = message.path("is_markdown_support");
    String head = content.path("head").path("text").asText("");
    check(head.length() <= 200, "head: " + head.length(), faults);
    check(marked.isBoolean(), "is_markdown_support: " + marked, faults);
    boolean words = !head.isBlank();
    for (JsonNode element : content.path("body")) {
      String type = element.path("type").asText("");
      check(ELEMENTS.contains(type), "element: " + type, faults);
      if (type.equals("message")) {
        String text = element.path("text").asText("");
        words = words || !text.isBlank();
        check(!text.isBlank() && text.length() <= 1_000, "text: " + text.length(), faults);
        check(marked.equals(element.path("is_markdown_support")), "markup: mixed", faults);
      } else {
        items(type, element.path("items"), faults);
      }
    }
    check(words, "fallback: empty", faults);
    return faults;
  }

  private static void items(String type, JsonNode items, List<String> faults) {
    check(!items.isEmpty(), type + ": empty", faults);
    if (type.equals("actions")) {
      check(items.size() <= 5, "actions: " + items.size(), faults);
      for (JsonNode item : items) {
        check(STYLES.contains(item.path("style").asText("")), "style: " + item, faults);
        sized(item, "text", 40, faults);
        sized(item, "value", 256, faults);
      }
    } else {
      for (JsonNode item : items) {
        sized(item, "key", 256, faults);
        sized(item, "value", 256, faults);
      }
    }
  }

  private static void sized(JsonNode item, String field, int longest, List<String> faults) {
    String text = item.path(field).asText("");
    check(!text.isBlank() && text.length() <= longest, field + ": " + text, faults);
  }

  private static void check(boolean sound, String fault, List<String> faults) {
    if (!sound) {
      faults.add(fault);
    }
  }

  /** Whether no client would read markup in what is said, beside Callboard's own. */
  static boolean harmless(String wire) {
    JsonNode message = read(wire);
    return !message.path("is_markdown_support").asBoolean(true)
        || texts(message.path("content")).stream()
            .noneMatch(text -> MARKS.matcher(OWN.matcher(text).replaceAll("")).find());
  }
}
