package dev.callboard.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the people of a {@link FakeSlack} see: channels, direct chats, views. Thread-safe. */
final class SlackWorkspace {

  private static final int USES_OF_A_RESPONSE_URL = 5;

  private record Shown(String channel, @Nullable String onlyTo, JsonObject message) {}

  private record Way(String channel, String user, @Nullable String original) {}

  private final Map<String, Shown> messages = new LinkedHashMap<>();
  private final Map<String, JsonObject> people = new HashMap<>();
  private final Map<String, JsonObject> homes = new HashMap<>();
  private final List<JsonObject> views = new ArrayList<>();
  private final Map<String, Way> ways = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private final SlackFiles files = new SlackFiles();
  private final SlackMeetings meetings = new SlackMeetings();
  private long clock = 1_795_000_000_000_000L;

  synchronized void person(String id, String name, @Nullable String email, String team) {
    JsonObject profile = new JsonObject();
    profile.addProperty("display_name", name);
    if (email != null) {
      profile.addProperty("email", email);
    }
    JsonObject user = new JsonObject();
    user.addProperty("id", id);
    user.addProperty("team_id", team);
    user.addProperty("name", name);
    user.add("profile", profile);
    people.put(id, user);
  }

  synchronized void huddle(String id, String state, String call, long until) {
    JsonObject profile = person(id).orElseThrow().getAsJsonObject("profile");
    profile.addProperty("huddle_state", state);
    profile.addProperty("huddle_state_call_id", call);
    profile.addProperty("huddle_state_expiration_ts", until);
  }

  SlackFiles files() {
    return files;
  }

  SlackMeetings meetings() {
    return meetings;
  }

  /**
   * Completes files and shows them in a channel, if one is named, each with its text; false when
   * one of them is not there.
   */
  synchronized boolean showFiles(Map<String, String> fields) {
    List<String> ids =
        JsonParser.parseString(fields.get("files")).getAsJsonArray().asList().stream()
            .map(each -> each.getAsJsonObject().get("id").getAsString())
            .toList();
    if (!files.complete(ids)) {
      return false;
    }
    String channel = fields.get("channel_id");
    if (channel == null) {
      return true;
    }
    for (String id : ids) {
      JsonObject message = new JsonObject();
      message.addProperty("file", files.name(id));
      message.addProperty("holds", files.text(id).orElseThrow());
      show(channel, null, message);
    }
    return true;
  }

  /** Whether the pictures that blocks show are all there. */
  boolean hasPictures(Map<String, String> fields) {
    return pictures(fields).allMatch(files::isComplete);
  }

  private static Stream<String> pictures(Map<String, String> fields) {
    return JsonParser.parseString(fields.getOrDefault("blocks", "[]"))
        .getAsJsonArray()
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .filter(block -> block.has("slack_file"))
        .map(block -> block.getAsJsonObject("slack_file").get("id").getAsString());
  }

  synchronized Optional<JsonObject> person(String id) {
    return Optional.ofNullable(people.get(id));
  }

  synchronized Optional<JsonObject> personByEmail(String email) {
    return people.values().stream()
        .filter(user -> user.getAsJsonObject("profile").has("email"))
        .filter(user ->
            user.getAsJsonObject("profile").get("email").getAsString().equalsIgnoreCase(email))
        .findFirst();
  }

  static String directChat(String user) {
    return "D" + user.substring(1);
  }

  synchronized String show(String channel, @Nullable String onlyTo, Map<String, String> fields) {
    return show(channel, onlyTo, message(fields));
  }

  private String show(String channel, @Nullable String onlyTo, JsonObject message) {
    clock += 100;
    String ts = clock / 1_000_000 + "." + String.format("%06d", clock % 1_000_000);
    message.addProperty("channel", channel);
    message.addProperty("ts", ts);
    messages.put(channel + " " + ts, new Shown(channel, onlyTo, message));
    return ts;
  }

  /** Only a message that everybody in the channel sees can be changed. */
  synchronized boolean change(String channel, String ts, Map<String, String> fields) {
    Shown shown = messages.get(channel + " " + ts);
    if (shown == null || shown.onlyTo() != null) {
      return false;
    }
    JsonObject message = message(fields);
    message.addProperty("channel", channel);
    message.addProperty("ts", ts);
    messages.put(channel + " " + ts, new Shown(channel, null, message));
    return true;
  }

  synchronized boolean remove(String channel, String ts) {
    Shown shown = messages.get(channel + " " + ts);
    return shown != null && shown.onlyTo() == null && messages.remove(channel + " " + ts) != null;
  }

  synchronized List<String> inChannel(String channel) {
    return messages.values().stream()
        .filter(shown -> shown.channel().equals(channel) && shown.onlyTo() == null)
        .map(shown -> shown.message().toString())
        .toList();
  }

  synchronized List<String> onlyTo(String user) {
    return messages.values().stream()
        .filter(shown -> user.equals(shown.onlyTo()) || shown.channel().equals(directChat(user)))
        .map(shown -> shown.message().toString())
        .toList();
  }

  synchronized void view(String view) {
    views.add(JsonParser.parseString(view).getAsJsonObject());
  }

  synchronized void home(String user, String view) {
    homes.put(user, JsonParser.parseString(view).getAsJsonObject());
  }

  synchronized Optional<JsonObject> home(String user) {
    return Optional.ofNullable(homes.get(user));
  }

  synchronized List<JsonObject> views() {
    return List.copyOf(views);
  }

  /** A new path of a response_url for this person in this channel. */
  synchronized String way(String channel, String user, @Nullable String original) {
    String path = "/actions/T01/" + (ways.size() + 1) + "/x";
    ways.put(path, new Way(channel, user, original));
    return path;
  }

  /** An answer by a response_url; false when it is not known or used up. */
  synchronized boolean answer(String path, String json) {
    Way way = ways.get(path);
    if (way == null || uses.merge(path, 1, Integer::sum) > USES_OF_A_RESPONSE_URL) {
      return false;
    }
    JsonObject answer = JsonParser.parseString(json).getAsJsonObject();
    boolean replace =
        answer.has("replace_original") && answer.get("replace_original").getAsBoolean();
    Shown original = replace ? messages.remove(way.channel() + " " + way.original()) : null;
    JsonElement type = answer.get("response_type");
    boolean all =
        original == null
            ? type != null && type.getAsString().equals("in_channel")
            : original.onlyTo() == null;
    show(way.channel(), all ? null : way.user(), answer);
    return true;
  }

  private JsonObject message(Map<String, String> fields) {
    JsonObject message = new JsonObject();
    pictures(fields).forEach(id -> message.addProperty("holds", files.text(id).orElse("")));
    message.addProperty("text", fields.getOrDefault("text", ""));
    if (fields.containsKey("blocks")) {
      message.add("blocks", JsonParser.parseString(fields.get("blocks")));
    }
    return message;
  }
}
