package dev.callboard.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.Map;

/**
 * A request that {@link FakeSlack} got.
 *
 * @param at when it came
 * @param method of the Web API, or {@code response_url}
 * @param token from the Authorization header; empty for a response_url
 * @param fields of the form; of a response_url the body stands under {@code json}
 */
public record SlackCall(Instant at, String method, String token, Map<String, String> fields) {

  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  public JsonArray blocks() {
    return JsonParser.parseString(field("blocks")).getAsJsonArray();
  }

  /** The view, or the body of a response_url. */
  public JsonObject json(String name) {
    return JsonParser.parseString(field(name)).getAsJsonObject();
  }
}
