package dev.callboard;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callboard.platform.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Requests as the lobby's page sends them. */
final class LobbyRequests {

  private LobbyRequests() {}

  /** Fay types the line backstage, as whom the token names. */
  static WebhookRequest typed(String token, String id, String line) {
    String body =
        new JsonMapper()
            .createObjectNode()
            .put("id", id)
            .put("plan", "hybrid")
            .put("person", "fay")
            .put("place", "hybrid/backstage")
            .put("kind", "command")
            .put("line", line)
            .toString();
    Map<String, List<String>> headers =
        Map.of("content-type", List.of("application/json"), "x-callboard-token", List.of(token));
    return new WebhookRequest(
        "POST", "/lobby/events", "", headers, body.getBytes(StandardCharsets.UTF_8));
  }
}
