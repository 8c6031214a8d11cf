package dev.callboard.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Form;
import dev.callboard.chat.Reply;

/** What our own pages are answered, as JSON. */
public final class PageAnswers {

  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PageAnswers() {}

  /** A private answer to the one who sent. */
  public static WebhookResponse answer(Reply reply) {
    return WebhookResponse.json(200, write(node(reply)));
  }

  /** A reply: what kind it is in {@code reply}, and its {@code blocks} or its {@code form}. */
  public static ObjectNode node(Reply reply) {
    ObjectNode root = NODES.objectNode();
    switch (reply) {
      case Reply.Quiet quiet -> root.put("reply", "quiet");
      case Reply.Tell tell ->
          root.put("reply", "tell").set("blocks", PageBlocks.of(tell.content()));
      case Reply.Replace replace ->
          root.put("reply", "replace").set("blocks", PageBlocks.of(replace.content()));
      case Reply.Ask ask -> root.put("reply", "ask").set("form", form(ask.form()));
    }
    return root;
  }

  /** A refusal, with what the person can do about it. */
  public static WebhookResponse problem(int status, String sentence) {
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

  /** The JSON. */
  public static String write(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON: unwritable tree (expected: any tree)", e);
    }
  }
}
