package dev.callboard.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Meetings held elsewhere that a {@link FakeSlack} has cards for. Thread-safe. */
final class SlackMeetings {

  private record Meeting(String shown, Set<String> people) {}

  private final Map<String, Meeting> open = new LinkedHashMap<>();
  private int added;

  /** A meeting from now on; answers its id. */
  synchronized String add(Map<String, String> fields) {
    String id = "R0CALL" + ++added;
    String shown = fields.getOrDefault("title", "") + " " + fields.getOrDefault("join_url", "");
    open.put(id, new Meeting(shown, new LinkedHashSet<>()));
    return id;
  }

  /** False when it is over already, or never was. */
  synchronized boolean end(String id) {
    return open.remove(id) != null;
  }

  /** People come; false when it is over. Whoever is there already changes nothing. */
  synchronized boolean come(Map<String, String> fields) {
    return change(fields, Set::add);
  }

  /** People leave; false when it is over. */
  synchronized boolean leave(Map<String, String> fields) {
    return change(fields, Set::remove);
  }

  private boolean change(Map<String, String> fields, BiConsumer<Set<String>, String> change) {
    Meeting meeting = open.get(fields.getOrDefault("id", ""));
    if (meeting == null) {
      return false;
    }
    for (JsonElement each : JsonParser.parseString(fields.get("users")).getAsJsonArray()) {
      JsonObject user = each.getAsJsonObject();
      change.accept(
          meeting.people(),
          user.has("slack_id")
              ? "@" + user.get("slack_id").getAsString()
              : user.get("display_name").getAsString());
    }
    return true;
  }

  /** Title and address of those that go on. */
  synchronized List<String> open() {
    return open.values().stream().map(Meeting::shown).toList();
  }

  /** Whom the cards of those that go on show, accounts with an at sign. */
  synchronized List<String> people() {
    return open.values().stream().flatMap(meeting -> meeting.people().stream()).toList();
  }
}
