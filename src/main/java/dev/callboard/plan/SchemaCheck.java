package dev.callboard.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.callboard.chat.Spelling;
import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.Reading.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Holds a plan against {@code plan.schema.json}, the same file that helps authors in their editor.
 * What was expected is said in the words of its descriptions. Thread-safe.
 */
final class SchemaCheck {

  private static final String SCHEMA = "/plan.schema.json";

  private final JsonNode schemaNode;
  private final Schema schema;

  SchemaCheck() {
    try (InputStream in = SchemaCheck.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException(SCHEMA + " (expected: among the resources)");
      }
      schemaNode = new ObjectMapper().readTree(in);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schemaNode);
  }

  List<Finding> findings(String file, YamlTree.Tree tree) {
    List<Finding> findings = new ArrayList<>();
    for (Error error : schema.validate(tree.root())) {
      String pointer = pointer(error);
      findings.add(
          new Finding(
              Severity.MISTAKE, file, Lines.of(tree.lines(), pointer), sentence(error, pointer)));
    }
    return findings;
  }

  /** The pointer of what is wrong: for an unknown key, of that key. */
  private static String pointer(Error error) {
    String pointer = error.getInstanceLocation().toString();
    String below =
        error.getKeyword().equals("additionalProperties") && error.getProperty() != null
            ? "/" + error.getProperty().replace("~", "~0").replace("/", "~1")
            : "";
    return pointer + below;
  }

  private String sentence(Error error, String pointer) {
    String where = readable(pointer);
    return switch (error.getKeyword()) {
      case "required" ->
          (where.isEmpty() ? "" : where + ".")
              + error.getProperty()
              + ": missing (expected: "
              + described(schemaOf(error), error.getProperty())
              + ")";
      case "additionalProperties" -> where + ": unknown key" + meant(error);
      default ->
          (where.isEmpty() ? "the file" : where)
              + ": "
              + shown(error.getInstanceNode())
              + " (expected: "
              + schemaOf(error).path("description").asText("something else")
              + ")";
    };
  }

  private String meant(Error error) {
    List<String> known = new ArrayList<>();
    Iterator<String> names = schemaOf(error).path("properties").fieldNames();
    names.forEachRemaining(known::add);
    String typed = error.getProperty() == null ? "" : error.getProperty();
    return Spelling.nearest(typed, known)
        .map(name -> " (did you mean " + name + "?)")
        .orElseGet(
            () -> " (expected: " + known.stream().sorted().collect(Collectors.joining(", ")) + ")");
  }

  private String described(JsonNode object, String property) {
    JsonNode node = object.path("properties").path(property);
    JsonNode target =
        node.has("$ref") ? schemaNode.at(node.path("$ref").asText().substring(1)) : node;
    return target.path("description").asText("a value");
  }

  /** The part of the schema whose keyword complained. */
  private JsonNode schemaOf(Error error) {
    String location = error.getSchemaLocation().toString();
    String pointer = location.substring(location.indexOf('#') + 1);
    int end = pointer.lastIndexOf('/');
    return end <= 0 ? schemaNode : schemaNode.at(pointer.substring(0, end));
  }

  static String readable(String pointer) {
    StringBuilder path = new StringBuilder();
    for (String part : pointer.split("/", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      if (part.chars().allMatch(Character::isDigit)) {
        path.append('[').append(part).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(part.replace("~1", "/").replace("~0", "~"));
      }
    }
    return path.toString();
  }

  private static String shown(JsonNode node) {
    if (node == null || node.isMissingNode() || node.isNull()) {
      return "nothing";
    }
    if (node.isObject()) {
      return "a map";
    }
    if (node.isArray()) {
      return node.isEmpty() ? "an empty list" : "a list";
    }
    String text = node.asText();
    return text.length() <= 40 ? "“" + text + "”" : "“" + text.substring(0, 39) + "…”";
  }

  /** Lines of pointers; of a missing one, the line of what should hold it. */
  static final class Lines {

    private Lines() {}

    static int of(Map<String, Integer> lines, String pointer) {
      String left = pointer;
      while (!lines.containsKey(left) && !left.isEmpty()) {
        left = left.substring(0, left.lastIndexOf('/'));
      }
      return lines.getOrDefault(left, 0);
    }
  }
}
