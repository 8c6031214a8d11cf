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
    JsonObject answer = new JsonObject();
    answer.addProperty("response_type", "ephemeral");
    answer.addProperty("text", text);
    answer.add("blocks", blocks);
    return answer;
  }
}
