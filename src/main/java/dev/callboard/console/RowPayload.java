package dev.callboard.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.command.Engagement;
import dev.callboard.command.Engagement.Venue;
import dev.callboard.command.NextStep;
import dev.callboard.plan.Plan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the board as the page draws it. */
final class RowPayload {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RowPayload() {}

  /** What rows of all kinds have. */
  static ObjectNode of(Engagement what, Plan plan, List<Worry> worries) {
    ObjectNode row =
        JSON.objectNode()
            .put("id", what.id())
            .put("title", ClassView.cut(what.title()))
            .put("client", plan.clientKey())
            .put("clientTitle", plan.clientName())
            .put("zone", what.zone().getId())
            .put("state", what.stage().name())
            .put("starts", minute(what.starts()))
            .put("ends", minute(what.ends()));
    if (what.next() != null) {
      row.set("next", next(what.next()));
    }
    if (!what.who().isEmpty()) {
      row.put("who", ClassView.cut(what.who()));
    }
    platforms(row.putArray("platforms"), what.venues());
    ArrayNode list = row.putArray("worries");
    for (Worry worry : worries) {
      list.addObject().put("level", worry.level().name()).put("words", worry.words());
    }
    return row;
  }

  /** A person's own classes, each with why it cannot be given before or after another. */
  static ObjectNode own(Map<String, List<String>> clashes) {
    ObjectNode own = JSON.objectNode();
    clashes.forEach((id, words) -> words.forEach(own.putArray(id)::add));
    return own;
  }

  private static void platforms(ArrayNode list, List<Venue> venues) {
    for (Venue venue : venues) {
      ObjectNode rooms = list.addObject().put("name", venue.platform()).putObject("rooms");
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
    if (next.at() != null) {
      json.put("at", minute(next.at()));
    }
    return json;
  }

  /** Shown without seconds, and told without, so that a row changes once a minute at most. */
  private static @Nullable String minute(@Nullable Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
