package dev.callboard;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.callboard.testing.SlackRequests;

/** What Slack does not send: payloads like its own, each with one thing wrong. */
final class OddSlack {

  private OddSlack() {}

  /** An event without the event. */
  static JsonObject shapeless(String id) {
    JsonObject envelope = SlackRequests.json("app_mention.json");
    envelope.addProperty("event_id", id);
    envelope.remove("event");
    return envelope;
  }

  /** An event whose user is a list. */
  static JsonObject mistyped(String id) {
    JsonObject envelope = SlackRequests.json("app_mention.json");
    envelope.addProperty("event_id", id);
    envelope.getAsJsonObject("event").add("user", new JsonArray());
    return envelope;
  }

  /** An event of a kind that nobody knows. */
  static JsonObject unknown(String id) {
    JsonObject envelope = SlackRequests.json("reaction_added.json");
    envelope.addProperty("event_id", id);
    envelope.getAsJsonObject("event").addProperty("type", "telepathy");
    return envelope;
  }

  /** A mention without one of its parts. */
  static JsonObject lacking(String id, String part) {
    JsonObject envelope = SlackRequests.json("app_mention.json");
    envelope.addProperty("event_id", id);
    envelope.getAsJsonObject("event").remove(part);
    return envelope;
  }

  /** An interaction of a kind that nobody knows. */
  static JsonObject thought(String id) {
    JsonObject payload = SlackRequests.json("block_actions.json");
    payload.addProperty("type", "telepathy");
    payload.addProperty("trigger_id", id);
    return payload;
  }

  /** A click without one of its parts, and on nothing that stands somewhere. */
  static JsonObject click(String id, String lacking) {
    JsonObject payload = SlackRequests.json("block_actions.json");
    payload.addProperty("trigger_id", id);
    payload.remove(lacking);
    payload.remove("container");
    return payload;
  }

  /** A form that another app opened. */
  static JsonObject form(String view) {
    JsonObject payload = SlackRequests.json("view_submission.json");
    payload.getAsJsonObject("view").addProperty("id", view);
    payload.getAsJsonObject("view").addProperty("private_metadata", "of another app");
    return payload;
  }

  /** A form whose memory is a list. */
  static JsonObject mistypedForm(String view) {
    JsonObject payload = form(view);
    payload.getAsJsonObject("view").add("private_metadata", new JsonArray());
    return payload;
  }
}
