package dev.callboard.platform.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * A message as Slack wants it.
 *
 * @param text what notifications and screen readers say; never empty
 */
record SlackMessage(String text, JsonArray blocks) {

  /** The answer to a command or a click: for the caller's eyes alone. */
  JsonObject ephemeral() {
    JsonObject answer = body();
    answer.addProperty("response_type", "ephemeral");
    return answer;
  }

  /** The same message with other words; who sees it stays as it was. */
  JsonObject replacement() {
    JsonObject answer = body();
    answer.addProperty("replace_original", true);
    return answer;
  }

  private JsonObject body() {
    JsonObject body = new JsonObject();
    body.addProperty("text", text);
    body.add("blocks", blocks);
    return body;
  }
}
