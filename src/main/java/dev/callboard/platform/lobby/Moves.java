package dev.callboard.platform.lobby;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.platform.PageAnswers;
import java.util.List;

/**
 * Who came to a meeting and who went, by connection: what one delivery did, as the lobby keeps it.
 *
 * @param unseen whether the class is not told, so that only the lobby's own account has it
 */
record Moves(String occurrence, List<String> came, List<String> went, boolean unseen) {

  private static final JsonMapper JSON = new JsonMapper();

  Moves {
    came = List.copyOf(came);
    went = List.copyOf(went);
  }

  boolean isEmpty() {
    return came.isEmpty() && went.isEmpty();
  }

  String json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("occurrence", occurrence);
    came.forEach(root.putArray("came")::add);
    went.forEach(root.putArray("went")::add);
    root.put("unseen", unseen);
    return PageAnswers.write(root);
  }

  static Moves read(String json) {
    try {
      JsonNode root = JSON.readTree(json);
      return new Moves(
          root.path("occurrence").textValue(),
          root.path("came").valueStream().map(JsonNode::textValue).toList(),
          root.path("went").valueStream().map(JsonNode::textValue).toList(),
          root.path("unseen").asBoolean());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("moves: " + json + " (expected: as they were written)", e);
    }
  }
}
