package dev.callboard.platform.lobby;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.platform.PageBlocks;
import dev.callboard.platform.lobby.LobbyBook.Draft;
import dev.callboard.platform.lobby.LobbyBook.Entry;
import java.util.Locale;

/** What is said in the lobby, as JSON for its page. */
final class LobbyRenderer {

  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private LobbyRenderer() {}

  /** An entry as the page draws it, or as a change to what it has drawn. */
  static ObjectNode entry(Entry entry) {
    Draft draft = entry.draft();
    ObjectNode root =
        NODES
            .objectNode()
            .put("number", entry.number())
            .put("post", draft.post() == 0 ? entry.number() : draft.post())
            .put("change", draft.change().name().toLowerCase(Locale.ROOT))
            .put("place", draft.place())
            .put("author", draft.author())
            .put("name", PageBlocks.cut(draft.authorName(), PageBlocks.LONGEST_LABEL))
            .put("at", draft.at().toString());
    root.set("blocks", parse(draft.content()));
    return root;
  }

  private static JsonNode parse(String content) {
    if (content.isEmpty()) {
      return NODES.arrayNode();
    }
    try {
      return JSON.readTree(content);
    } catch (JsonProcessingException e) {
      ArrayNode unreadable = NODES.arrayNode();
      unreadable
          .addObject()
          .put("type", "small")
          .putArray("spans")
          .addObject()
          .put("text", "This message could not be read.");
      return unreadable;
    }
  }
}
