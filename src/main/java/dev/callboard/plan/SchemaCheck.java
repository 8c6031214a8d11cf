package dev.callboard.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Holds a plan, or a client, against {@code plan.schema.json}, the same file that helps authors in
 * their editor. What was expected is said in the words of its descriptions. Thread-safe.
 */
final class SchemaCheck {

  private static final String FILE = "/plan.schema.json";
  private static final String DEFINITIONS = "definitions";

  /** Never quoted: what is found in plans is read by more people than plans are. */
  private static final String NEEDS = ".accommodations";

  private final SchemaText text;
  private final Schema schema;

  private SchemaCheck(UnaryOperator<JsonNode> part) {
    try (InputStream in = SchemaCheck.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + ": missing (expected: among the resources)");
      }
      JsonNode root = part.apply(new ObjectMapper().readTree(in));
      text = new SchemaText(root);
      schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(root);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  static SchemaCheck ofPlans() {
    return new SchemaCheck(root -> root);
  }

  /** Clients share definitions with plans. */
  static SchemaCheck ofClients() {
    return new SchemaCheck(root -> {
      ObjectNode client = root.path(DEFINITIONS).path("client-file").deepCopy();
      return client.set(DEFINITIONS, root.path(DEFINITIONS));
    });
  }

  void check(JsonNode plan, Findings findings) {
    for (Error error : schema.validate(plan)) {
      findings.mistake(pointer(error), sentence(error));
    }
  }

  /** The pointer of what is wrong: for an unknown or missing key, of that key. */
  private static String pointer(Error error) {
    String property = error.getProperty();
    String pointer = error.getInstanceLocation().toString();
    return property == null
        ? pointer
        : pointer + "/" + property.replace("~", "~0").replace("/", "~1");
  }

  private String sentence(Error error) {
    String where = Spot.name(pointer(error));
    return switch (error.getKeyword()) {
      case "required" -> where + ": missing (expected: " + expectedBelow(error) + ")";
      case "propertyNames" ->
          where + ": “" + error.getProperty() + "” (expected: " + expectedName(error) + ")";
      case "additionalProperties" -> where + ": unknown key" + meant(error);
      default ->
          (where.isEmpty() ? "the file" : where)
              + ": "
              + (where.contains(NEEDS) ? "not taken" : shown(error.getInstanceNode()))
              + " ("
              + expected(error)
              + ")";
    };
  }

  private String meant(Error error) {
    List<String> known = new ArrayList<>();
    text.of(error).path("properties").fieldNames().forEachRemaining(known::add);
    return Spelling.nearest(typed(error.getProperty()), known)
        .map(name -> " (did you mean " + name + "?)")
        .orElseGet(
            () -> " (expected: " + String.join(", ", known.stream().sorted().toList()) + ")");
  }

  private String expectedBelow(Error error) {
    return text.description(text.of(error).path("properties").path(error.getProperty()));
  }

  private String expectedName(Error error) {
    return text.description(text.of(error).path("propertyNames"));
  }

  private String expected(Error error) {
    List<String> choices = new ArrayList<>();
    text.of(error).path("enum").forEach(choice -> choices.add(choice.asText()));
    JsonNode node = error.getInstanceNode();
    return Spelling.nearest(typed(node == null ? "" : node.asText()), choices)
        .map(choice -> "did you mean " + choice + "?")
        .orElseGet(() -> "expected: " + text.description(error));
  }

  private static String typed(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String shown(JsonNode node) {
    if (node == null || node.isMissingNode() || node.isNull()) {
      return "nothing";
    }
    if (node.isContainerNode()) {
      String kind = node.isArray() ? "list" : "map";
      return node.isEmpty() ? "an empty " + kind : "a " + kind;
    }
    return "“" + Brief.of(node.asText(), 40) + "”";
  }
}
