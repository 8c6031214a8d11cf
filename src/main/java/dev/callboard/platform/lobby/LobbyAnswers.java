package dev.callboard.platform.lobby;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Form;
import dev.callboard.chat.Reply;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.platform.lobby.LobbyBook.Draft;
import dev.callboard.platform.lobby.LobbyBook.Entry;
import java.util.Locale;

/** What the page is answered and told, as JSON. */
final class LobbyAnswers {

  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private LobbyAnswers() {}

  /** A private answer to the one who sent. */
  static WebhookResponse answer(Reply reply) {
    ObjectNode root = NODES.objectNode();
    switch (reply) {
      case Reply.Quiet quiet -> root.put("reply", "quiet");
      case Reply.Tell tell ->
          root.put("reply", "tell").set("blocks", LobbyRenderer.blocks(tell.content()));
      case Reply.Replace replace ->
          root.put("reply", "replace").set("blocks", LobbyRenderer.blocks(replace.content()));
      case Reply.Ask ask -> root.put("reply", "ask").set("form", form(ask.form()));
    }
    return WebhookResponse.json(200, write(root));
  }

  /** A refusal, with what the person can do about it. */
  static WebhookResponse problem(int status, String sentence) {
    return WebhookResponse.json(status, write(NODES.objectNode().put("problem", sentence)));
  }

  private static ObjectNode form(Form form) {
    return NODES
        .objectNode()
        .put("title", form.title())
        .put("label", form.label())
        .put("answer", form.answer())
        .put("submit", form.submit())
        .put("line", form.line());
  }

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
            .put("name", LobbyRenderer.cut(draft.authorName(), LobbyRenderer.LONGEST_LABEL))
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

  static String write(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON: unwritable tree (expected: any tree)", e);
    }
  }
}
