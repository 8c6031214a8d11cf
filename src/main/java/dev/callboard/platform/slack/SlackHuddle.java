package dev.callboard.platform.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.callboard.chat.Attendee;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an event tells of a huddle, read from its JSON, for the SDK's classes lose the ids of
 * huddles. Pure.
 *
 * @param event the id of its delivery
 * @param at when it happened by Slack's account
 */
record SlackHuddle(String event, String tenant, Instant at, What what) {

  private static final Pattern TIME = Pattern.compile("(\\d{1,11})(?:\\.(\\d{1,9}))?");

  /** One of two signals, neither of which tells all. */
  sealed interface What {

    /**
     * Somebody is in a huddle now, or in none; of where it is held Slack says nothing.
     *
     * @param call empty when they are in none
     * @param until when that is no longer so, unless it is told again; null when Slack does not say
     */
    record Somebody(Attendee who, String call, @Nullable Instant until) implements What {}

    /**
     * The message in the channel that stands for a huddle.
     *
     * @param began whether this is the message itself and no change of it
     * @param over when it ended; empty while it goes on
     * @param present accounts
     * @param ever accounts that were there at any time, which it does not say
     */
    record Room(
        String call,
        String channel,
        Instant since,
        boolean began,
        Optional<Instant> over,
        List<String> present,
        List<String> ever)
        implements What {}
  }

  /** Empty for events of anything else, and for those that lack a part. */
  static Optional<SlackHuddle> read(String body, Instant now) {
    if (!body.contains("huddle")) {
      return Optional.empty();
    }
    try {
      return JsonParser.parseString(body) instanceof JsonObject root
          ? read(root, now)
          : Optional.empty();
    } catch (JsonParseException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<SlackHuddle> read(JsonObject root, Instant now) {
    JsonObject event = object(root, "event");
    String tenant = tenant(root);
    String id = text(root, "event_id");
    if (id.isBlank() || tenant.isBlank()) {
      return Optional.empty();
    }
    Instant at = time(text(event, "event_ts")).or(() -> time(text(root, "event_time"))).orElse(now);
    return what(event, tenant, at).map(what -> new SlackHuddle(id, tenant, at, what));
  }

  private static Optional<What> what(JsonObject event, String tenant, Instant at) {
    return switch (text(event, "type") + " " + text(event, "subtype")) {
      case "user_huddle_changed " -> somebody(object(event, "user"), tenant);
      case "message huddle_thread" -> room(event, event, at, true);
      case "message message_changed" -> room(event, object(event, "message"), at, false);
      case "message message_deleted" ->
          room(event, object(event, "previous_message"), at, false).map(room -> over(room, at));
      default -> Optional.empty();
    };
  }

  private static Optional<What> somebody(JsonObject user, String tenant) {
    String id = text(user, "id");
    if (id.isBlank() || text(user, "is_bot").equals("true")) {
      return Optional.empty();
    }
    JsonObject profile = object(user, "profile");
    String name =
        first(text(profile, "display_name"), text(profile, "real_name"), text(user, "real_name"));
    boolean in = text(profile, "huddle_state").equals("in_a_huddle");
    return Optional.of(
        new What.Somebody(
            new Attendee(id, id, id, null, first(name, id), email(user, profile, tenant), null),
            in ? text(profile, "huddle_state_call_id") : "",
            in ? until(profile) : null));
  }

  /** Zero for those in no huddle, and so for never. */
  private static @Nullable Instant until(JsonObject profile) {
    return time(text(profile, "huddle_state_expiration_ts"))
        .filter(Instant.EPOCH::isBefore)
        .orElse(null);
  }

  /** What another organisation says of its members' addresses proves nothing here. */
  private static String email(JsonObject user, JsonObject profile, String tenant) {
    String enterprise = text(object(user, "enterprise_user"), "enterprise_id");
    boolean own = text(user, "team_id").equals(tenant) || enterprise.equals(tenant);
    return own && !text(user, "is_stranger").equals("true") ? text(profile, "email") : "";
  }

  private static Optional<What> room(
      JsonObject event, JsonObject message, Instant at, boolean began) {
    JsonObject room = object(message, "room");
    String call = text(room, "id");
    String channel = first(text(event, "channel"), text(message, "channel"));
    if (call.isBlank() || channel.isBlank()) {
      return Optional.empty();
    }
    boolean ended = text(room, "has_ended").equals("true");
    Optional<Instant> end = time(text(room, "date_end")).filter(Instant.EPOCH::isBefore);
    return Optional.of(
        new What.Room(
            call,
            channel,
            time(text(room, "date_start")).orElse(at),
            began,
            ended ? Optional.of(end.orElse(at)) : Optional.empty(),
            texts(room, "participants"),
            texts(room, "participant_history")));
  }

  /** Slack has been seen to take the message away when the last person left. */
  private static What over(What what, Instant at) {
    return what instanceof What.Room room
        ? new What.Room(
            room.call(),
            room.channel(),
            room.since(),
            false,
            Optional.of(room.over().orElse(at)),
            List.of(),
            room.ever())
        : what;
  }

  /** As {@code SlackEvents} has it: the installation's, not the other organisation's. */
  private static String tenant(JsonObject root) {
    JsonObject own = new JsonObject();
    if (root.get("authorizations") instanceof JsonArray all
        && !all.isEmpty()
        && all.get(0) instanceof JsonObject first) {
      own = first;
    }
    return SlackPayloads.tenant(
        text(own, "is_enterprise_install").equals("true"),
        text(own, "enterprise_id"),
        first(text(own, "team_id"), text(root, "team_id")));
  }

  private static Optional<Instant> time(String told) {
    var parts = TIME.matcher(told);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String fraction = parts.group(2) == null ? "" : parts.group(2);
    long nanos = Long.parseLong((fraction + "000000000").substring(0, 9));
    return Optional.of(Instant.ofEpochSecond(Long.parseLong(parts.group(1)), nanos));
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  private static JsonObject object(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonObject object ? object : new JsonObject();
  }

  /** Numbers and truths as they are written; empty for anything else. */
  private static String text(JsonObject parent, String name) {
    JsonElement element = parent.get(name);
    return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
  }

  private static List<String> texts(JsonObject parent, String name) {
    List<String> texts = new ArrayList<>();
    if (parent.get(name) instanceof JsonArray all) {
      for (JsonElement each : all) {
        if (each.isJsonPrimitive() && !each.getAsString().isBlank()) {
          texts.add(each.getAsString());
        }
      }
    }
    return texts;
  }
}
