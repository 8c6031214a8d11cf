package dev.callboard.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.api.Classes.Entry;
import java.io.UncheckedIOException;
import java.util.List;

/** The log as it is kept, but for what people need in class, which is nobody's business outside. */
final class EventsView {

  private static final String NEEDS = "accommodations";
  private static final JsonMapper JSON = new JsonMapper();

  private EventsView() {}

  /**
   * A page of it.
   *
   * @param entries one more than the limit when it goes on
   */
  static ObjectNode of(List<Entry> entries, int limit) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode events = root.putArray("events");
    entries.stream().limit(limit).forEach(entry -> events.add(event(entry)));
    boolean more = entries.size() > limit;
    root.put("next", more ? (Long) entries.get(limit - 1).seq() : null);
    return root;
  }

  private static ObjectNode event(Entry entry) {
    try {
      JsonNode body = without(JSON.readTree(entry.json()));
      ObjectNode event =
          JSON.createObjectNode()
              .put("seq", entry.seq())
              .put("at", entry.at().toString())
              .put("by", entry.by())
              .put("type", body.path("type").asText());
      if (body instanceof ObjectNode object) {
        object.remove("type");
      }
      event.set("body", body);
      return event;
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException("an event from the store", broken);
    }
  }

  private static JsonNode without(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(NEEDS);
    }
    node.forEach(EventsView::without);
    return node;
  }
}
