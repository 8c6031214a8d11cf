package dev.callboard.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.command.Engagement;
import dev.callboard.command.Engagement.Venue;
import dev.callboard.command.NextStep;
import dev.callboard.plan.Plan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of the board as the page draws them; what is empty, nothing or none is left out. */
final class RowPayload {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What all deliveries of a plan have alike. */
  private static final List<String> ALIKE =
      List.of("title", "client", "clientTitle", "zone", "who");

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmX").withZone(ZoneOffset.UTC);

  private RowPayload() {}

  /** What rows of all kinds have. */
  static ObjectNode of(Engagement what, Plan plan, List<Worry> worries) {
    ObjectNode row =
        JSON.objectNode()
            .put("id", what.id())
            .put("title", ClassView.cut(what.title()))
            .put("zone", what.zone().getId())
            .put("state", what.stage().name());
    text(row, "client", plan.clientKey());
    text(row, "clientTitle", plan.clientName());
    text(row, "who", what.who());
    time(row, "starts", what.starts());
    time(row, "ends", what.ends());
    if (what.next() != null) {
      row.set("next", next(what.next()));
    }
    if (!what.venues().isEmpty()) {
      rooms(row.putObject("rooms"), what.venues());
    }
    if (!worries.isEmpty()) {
      ArrayNode list = row.putArray("worries");
      worries.forEach(
          worry -> list.addObject().put("level", worry.level().name()).put("words", worry.words()));
    }
    return row;
  }

  /** A person's own classes, each with why it cannot be given before or after another. */
  static ObjectNode own(Map<String, List<String>> clashes) {
    ObjectNode own = JSON.objectNode();
    clashes.forEach((id, words) -> words.forEach(own.putArray(id)::add));
    return own;
  }

  /**
   * Tells of these rows. What many have alike is told once: each row names its own of those by
   * their number.
   */
  static void tell(ObjectNode told, List<ObjectNode> rows) {
    Map<ObjectNode, Integer> numbers = new LinkedHashMap<>();
    ArrayNode list = told.putArray("rows");
    for (ObjectNode row : rows) {
      ObjectNode alike = JSON.objectNode();
      alike.setAll(row);
      alike.retain(ALIKE);
      ObjectNode own = JSON.objectNode();
      own.setAll(row);
      own.remove(ALIKE);
      list.add(own.put("as", numbers.computeIfAbsent(alike, _ -> numbers.size())));
    }
    numbers.keySet().forEach(told.putArray("alike")::add);
  }

  static void count(ObjectNode row, String name, long count) {
    if (count != 0) {
      row.put(name, count);
    }
  }

  private static void text(ObjectNode row, String name, String text) {
    if (!text.isEmpty()) {
      row.put(name, ClassView.cut(text));
    }
  }

  private static void rooms(ObjectNode platforms, List<Venue> venues) {
    for (Venue venue : venues) {
      ObjectNode rooms = platforms.putObject(venue.platform());
      venue.ways().forEach((room, url) -> rooms.put(room.name(), url.toString()));
    }
  }

  private static ObjectNode next(NextStep next) {
    ObjectNode json = JSON.objectNode();
    if (next.type() != null) {
      json.put("type", next.type());
    }
    if (next.what() != null) {
      json.put("what", ClassView.cut(next.what()));
    }
    time(json, "at", next.at());
    return json;
  }

  /** Shown without seconds, and told without, so that a row changes once a minute at most. */
  private static void time(ObjectNode json, String name, @Nullable Instant at) {
    if (at != null) {
      json.put(name, MINUTE.format(at));
    }
  }
}
