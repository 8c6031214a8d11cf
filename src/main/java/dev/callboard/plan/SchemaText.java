package dev.callboard.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;

/** The schema as a text: which of its parts complained, and how that part describes itself. */
record SchemaText(JsonNode root) {

  private static final String REF = "$ref";

  /** The part of the schema whose keyword complained. */
  JsonNode of(Error error) {
    return resolved(asked(error));
  }

  /** What the schema wants where it complained; a reference may say more than what it refers to. */
  String description(Error error) {
    return description(asked(error));
  }

  String description(JsonNode part) {
    JsonNode own = part.path("description");
    return own.isMissingNode()
        ? resolved(part).path("description").asText("something else")
        : own.asText();
  }

  /** Follows the way the validator took, without the keyword and the last reference. */
  private JsonNode asked(Error error) {
    NodePath way = error.getEvaluationPath();
    JsonNode part = root;
    for (int i = 0; i < way.getNameCount() - 1; i++) {
      String step = way.getName(i);
      if (step.equals(REF)) {
        continue;
      }
      JsonNode from = resolved(part);
      part = from.isArray() ? from.path(Integer.parseInt(step)) : from.path(step);
    }
    return part;
  }

  private JsonNode resolved(JsonNode part) {
    JsonNode target = part;
    while (target.has(REF)) {
      target = root.at(target.path(REF).asText().substring(1));
    }
    return target;
  }
}
