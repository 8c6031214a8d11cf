package dev.callboard.platform.lobby;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Blocks as the page gets them, judged by what the page does with them: text stays text. */
record LobbyWire(String json) {

  private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
  private static final Set<String> TYPES = Set.of("heading", "text", "small", "facts", "actions");
  private static final int LONGEST = 120_000;
  private static final int MOST_BLOCKS = 41;
  private static final int LONGEST_TEXT = 3_000;

  List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (json.length() > LONGEST) {
      faults.add("wire: " + json.length() + " characters (expected: " + LONGEST + " at most)");
    }
    JsonNode blocks = read();
    if (!blocks.isArray() || blocks.isEmpty() || blocks.size() > MOST_BLOCKS) {
      faults.add("blocks: " + blocks.size());
    }
    for (JsonNode block : blocks) {
      if (!TYPES.contains(block.path("type").asText())) {
        faults.add("type: " + block);
      }
    }
    texts(blocks)
        .filter(text -> text.length() > LONGEST_TEXT)
        .forEach(text -> faults.add("text: " + text.length() + " characters"));
    for (JsonNode url : blocks.findValues("url")) {
      if (!url.asText().matches("https?://.*")) {
        faults.add("url: " + url);
      }
    }
    return faults;
  }

  /** Whether the name stands in it as text, and nothing in it turns the text around it. */
  boolean shows(String name) {
    String plain = TURNS.matcher(name).replaceAll("");
    return texts(read()).anyMatch(plain::equals)
        && texts(read()).noneMatch(text -> TURNS.matcher(text).find());
  }

  private static Stream<String> texts(JsonNode blocks) {
    return Stream.of("text", "label")
        .flatMap(field -> blocks.findValues(field).stream())
        .map(JsonNode::asText);
  }

  private JsonNode read() {
    try {
      return new JsonMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }
}
