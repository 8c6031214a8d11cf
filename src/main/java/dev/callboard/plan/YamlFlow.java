package dev.callboard.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.reader.StreamReader;

/** Writes values as YAML on one line: {@code {key: fay, name: "Fay Okafor"}}. */
final class YamlFlow {

  private static final String PLAIN = "[A-Za-z][A-Za-z0-9_.@/-]*";

  /** What YAML, or somebody else's reading of it, takes for something else. */
  private static final Set<String> WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

  private YamlFlow() {}

  static String of(JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream()
          .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value.isArray()) {
      return value.valueStream().map(YamlFlow::of).collect(Collectors.joining(", ", "[", "]"));
    }
    return value.isTextual() ? text(value.textValue()) : value.asText();
  }

  static String text(String text) {
    return text.matches(PLAIN) && !WORDS.contains(text.toLowerCase(Locale.ROOT))
        ? text
        : quoted(text);
  }

  /** In quotes; what would end a line there, or no YAML may have, is written as its number. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            case 0x2028, 0x2029, 0xFEFF -> quoted.append(number(c));
            default -> {
              if (StreamReader.isPrintable(c)) {
                quoted.appendCodePoint(c);
              } else {
                quoted.append(number(c));
              }
            }
          }
        });
    return quoted.append('"').toString();
  }

  private static String number(int sign) {
    return "\\u%04X".formatted(sign);
  }
}
