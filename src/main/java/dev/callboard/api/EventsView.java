package dev.callboard.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.api.Classes.Entry;
import dev.callboard.session.Session;
import java.io.UncheckedIOException;
import java.util.List;

/** The log as it is kept, as far as it is for the client. */
final class EventsView {

  private static final JsonMapper JSON = new JsonMapper();

  private EventsView() {}

  /**
   * A page of it.
   *
   * @param session the class, as it stands by now
   * @param entries one more than the limit when it goes on
   */
  static ObjectNode of(Session session, List<Entry> entries, int limit) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode events = root.putArray("events");
    ClientsShare share = new ClientsShare(session);
    entries.stream().limit(limit).forEach(entry -> add(events, entry, share));
    boolean more = entries.size() > limit;
    root.put("next", more ? (Long) entries.get(limit - 1).seq() : null);
    return root;
  }

  private static void add(ArrayNode events, Entry entry, ClientsShare share) {
    ObjectNode body = body(entry);
    String type = body.path("type").asText();
    if (!share.tells(type, body)) {
      return;
    }
    body.remove("type");
    share.narrow(type, body);
    events
        .addObject()
        .put("seq", entry.seq())
        .put("at", entry.at().toString())
        .put("by", entry.by())
        .put("via", entry.via())
        .put("type", type)
        .set("body", body);
  }

  private static ObjectNode body(Entry entry) {
    try {
      return JSON.readValue(entry.json(), ObjectNode.class);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException("an event from the store", broken);
    }
  }
}
