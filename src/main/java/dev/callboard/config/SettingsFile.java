package dev.callboard.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * A settings' file, flattened to {@code server.port → 80}. What it says of its problems never
 * contains a value, which may be a secret.
 */
final class SettingsFile {

  private final Collection<String> known;
  private final Map<String, String> values = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private SettingsFile(Collection<String> known) {
    this.known = known;
  }

  /**
   * Reads a file as far as it can be read.
   *
   * @param known every key there is
   */
  static SettingsFile read(Path file, Collection<String> known) {
    SettingsFile read = new SettingsFile(known);
    YAMLMapper mapper =
        YAMLMapper.builder(
                YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    try {
      JsonNode root = mapper.readTree(Files.readAllBytes(file));
      if (root.isObject()) {
        read.section("", root);
      } else if (!root.isMissingNode() && !root.isNull()) {
        read.problems.add(file + ": no settings (expected: keys such as server: and plans:)");
      }
    } catch (JsonProcessingException exception) {
      read.problems.add(file + ":" + line(exception) + ": " + reason(exception));
    } catch (IOException exception) {
      read.problems.add(file + ": cannot be read (expected: a file of settings in UTF-8)");
    }
    return read;
  }

  private static int line(JsonProcessingException exception) {
    return exception.getLocation() == null ? 0 : exception.getLocation().getLineNr();
  }

  private static String reason(JsonProcessingException exception) {
    return String.valueOf(exception.getOriginalMessage()).startsWith("Duplicate")
        ? "a key that stands twice (expected: once)"
        : "no valid YAML (expected: key: value)";
  }

  private void section(String prefix, JsonNode section) {
    for (Map.Entry<String, JsonNode> entry : section.properties()) {
      String key = prefix + entry.getKey();
      JsonNode node = entry.getValue();
      boolean holdsKeys = known.stream().anyMatch(name -> name.startsWith(key + "."));
      if (node.isObject() && known.contains(key)) {
        problems.add(key + ": a map (expected: one value)");
      } else if (node.isObject()) {
        section(key + ".", node);
      } else if (!holdsKeys) {
        values.put(key, value(node));
      } else if (node.isArray() || !value(node).isEmpty()) {
        problems.add(key + ": one value (expected: the keys " + below(key) + ")");
      }
    }
  }

  private String below(String section) {
    return String.join(
        ", ",
        known.stream()
            .filter(name -> name.startsWith(section + "."))
            .map(name -> name.substring(section.length() + 1))
            .sorted()
            .toList());
  }

  /** A list becomes words; a key without value is as blank as an empty text. */
  private static String value(JsonNode node) {
    if (!node.isArray()) {
      return node.isNull() ? "" : node.asText();
    }
    StringJoiner words = new StringJoiner(" ");
    node.forEach(word -> words.add(word.asText()));
    return words.toString();
  }

  Map<String, String> values() {
    return values;
  }

  List<String> problems() {
    return problems;
  }
}
