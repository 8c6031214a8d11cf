package dev.callboard;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.testing.FakeZoom;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The day that is written in {@code zoom-day/day.txt}, which also says how to read it: what Zoom
 * told, as it told it, and what was typed meanwhile.
 */
final class ZoomDay {

  private static final String DATE = "2026-11-24T";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What the script calls an event, Zoom's name for it, and where its own time is. */
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("started", new Kind("meeting.started", "")),
          Map.entry("ended", new Kind("meeting.ended", "end_time")),
          Map.entry("alert", new Kind("meeting.alert", "")),
          Map.entry("shares", new Kind("meeting.sharing_started", "")),
          Map.entry("join", new Kind("meeting.participant_joined", "join_time")),
          Map.entry("left", new Kind("meeting.participant_left", "leave_time")),
          Map.entry("waits", new Kind("meeting.participant_joined_waiting_room", "date_time")),
          Map.entry("unwaits", new Kind("meeting.participant_left_waiting_room", "date_time")),
          Map.entry("put-back", new Kind("meeting.participant_put_in_waiting_room", "date_time")),
          Map.entry("admitted", new Kind("meeting.participant_admitted", "date_time")),
          Map.entry("to-room", new Kind("meeting.participant_joined_breakout_room", "join_time")),
          Map.entry("from-room", new Kind("meeting.participant_left_breakout_room", "leave_time")),
          Map.entry("role", new Kind("meeting.participant_role_changed", "date_time")),
          Map.entry("bind", new Kind("meeting.participant_bind", "date_time")));

  private final Map<String, Map<String, String>> classes = new HashMap<>();
  private final Map<String, Map<String, String>> people = new HashMap<>();
  private final List<Told> told = new ArrayList<>();
  private final List<Typed> typed = new ArrayList<>();

  private record Kind(String name, String time) {}

  /** A delivery of Zoom's, and when it is heard. */
  record Told(Instant heard, String body) {}

  /**
   * What the producer types.
   *
   * @param line with {@code %d} for the number that the roll gives to a stay
   * @param stay that stay; null when the line is about none
   */
  record Typed(Instant at, String plan, String line, @Nullable String stay) {}

  private ZoomDay() {}

  static ZoomDay read() {
    ZoomDay day = new ZoomDay();
    resource("day.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> day.line(List.of(line.strip().split("\\s+"))));
    day.told.sort(Comparator.comparing(Told::heard));
    day.typed.sort(Comparator.comparing(Typed::at));
    return day;
  }

  /** A file beside the script. */
  static String resource(String name) {
    try (InputStream in = ZoomDay.class.getResourceAsStream("/zoom-day/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What Zoom tells, in the order in which it is heard. */
  List<Told> told() {
    return List.copyOf(told);
  }

  /** What is typed, in its order. */
  List<Typed> typed() {
    return List.copyOf(typed);
  }

  private void line(List<String> words) {
    if (words.getFirst().equals("class")) {
      classes.put(words.get(1), details(words.subList(2, words.size())));
    } else if (words.getFirst().equals("person")) {
      people.put(words.get(1) + " " + words.get(2), details(words.subList(3, words.size())));
    } else {
      happens(at(words.get(0)), words.subList(1, words.size()));
    }
  }

  private static Map<String, String> details(List<String> words) {
    Map<String, String> details = new HashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      details.put(name, equals < 0 ? "" : word.substring(equals + 1).replace('_', ' '));
    }
    return details;
  }

  private static Instant at(String time) {
    return Instant.parse(DATE + time + "Z");
  }

  private void happens(Instant at, List<String> words) {
    String plan = words.get(0);
    switch (words.get(1)) {
      case "types" -> typed.add(new Typed(at, plan, words.get(2).replace('_', ' '), null));
      case "is" -> {
        String stay = stay(plan, words.get(3).substring(2));
        typed.add(new Typed(at, plan, "match #%d " + words.get(2), stay));
      }
      default -> {
        Map<String, String> details = details(words.subList(3, words.size()));
        String late = details.get("told");
        Instant heard = late == null ? at.plusSeconds(1) : at(late);
        Kind kind = Objects.requireNonNull(KINDS.get(words.get(1)), words.get(1));
        ObjectNode event = event(kind, plan, at, details);
        if (!details.containsKey("no-ts")) {
          event.put("event_ts", heard.toEpochMilli() - 300);
        }
        if (!words.get(2).equals("-")) {
          Map<String, String> who =
              Objects.requireNonNull(people.get(plan + " " + words.get(2)), words.get(2));
          event
              .withObject("/payload/object")
              .set("participant", participant(kind, plan, at, new Shown(who, details)));
        }
        told.add(new Told(heard, event.toString()));
      }
    }
  }

  private ObjectNode event(Kind kind, String plan, Instant at, Map<String, String> details) {
    Map<String, String> meeting = Objects.requireNonNull(classes.get(plan), plan);
    ObjectNode event = JSON.createObjectNode().put("event", kind.name());
    ObjectNode object =
        event.putObject("payload").put("account_id", FakeZoom.ACCOUNT).putObject("object");
    if (!details.containsKey("no-id")) {
      id(object, "id", meeting.getOrDefault("number", ""));
    }
    if (!details.containsKey("no-uuid")) {
      object.put("uuid", meeting.get(details.getOrDefault("held", "uuid")));
    }
    object
        .put("host_id", "host-ODELL")
        .put("topic", "Ein Tag am Meer ⛵")
        .put("type", 8)
        .put("start_time", at("08:00:00").toString())
        .put("timezone", "")
        .put("duration", 60);
    switch (kind.name()) {
      case "meeting.ended" -> object.put("end_time", at.toString());
      case "meeting.alert" -> object.putArray("issues").add("Unstable audio quality");
      default -> {
        if (details.containsKey("parent")) {
          object.put("breakout_room_uuid", "Hd3kWq+7Zs2=");
        }
      }
    }
    return event;
  }

  /** Somebody as one event shows them. */
  private record Shown(Map<String, String> usual, Map<String, String> here) {

    String part(String name) {
      boolean blank = here.containsKey("blank") && !name.equals("name");
      return blank ? "" : here.getOrDefault(name, usual.getOrDefault(name, ""));
    }

    String detail(String name) {
      return here.getOrDefault(name, "");
    }
  }

  private ObjectNode participant(Kind kind, String plan, Instant at, Shown shown) {
    ObjectNode who = JSON.createObjectNode();
    String connection = shown.detail("c");
    String parent = shown.detail("parent");
    if (parent.isEmpty()) {
      id(who, "user_id", number(connection));
    } else {
      who.put("user_id", number(connection) + "2026-11-24 12:15:00:000");
      id(who, "parent_user_id", number(parent));
    }
    if (!shown.here().containsKey("no-stay")) {
      who.put("participant_uuid", stay(plan, shown.detail("s")));
    }
    who.put("user_name", shown.part("name"))
        .put("id", shown.part("account"))
        .put("participant_user_id", shown.part("account"))
        .put("registrant_id", shown.part("registrant"))
        .put("email", parent.isEmpty() ? shown.part("email") : "room3@breakout.invalid")
        .put("public_ip", "203.0.113.9")
        .put(kind.time(), at.toString());
    if (!shown.part("phone").isEmpty()) {
      who.put("phone_number", shown.part("phone"));
    }
    relation(who, plan, shown);
    return who;
  }

  /** What became of somebody, or whom they belong with. */
  private void relation(ObjectNode who, String plan, Shown shown) {
    String role = shown.detail("role");
    if (!role.isEmpty()) {
      who.put("old_role", "attendee").put("new_role", role);
    }
    String with = shown.detail("with");
    if (!with.isEmpty()) {
      List<String> other = List.of(with.split("/"));
      id(who, "bind_user_id", number(other.getFirst()));
      if (other.size() > 1) {
        who.put("bind_participant_uuid", stay(plan, other.getLast()));
      }
    }
  }

  /** Zoom writes ids now as numbers, now as texts. */
  private void id(ObjectNode node, String field, String id) {
    if (told.size() % 2 == 0) {
      node.put(field, Long.parseLong(id));
    } else {
      node.put(field, id);
    }
  }

  private static String number(String connection) {
    return "16778" + connection;
  }

  private static String stay(String plan, String name) {
    byte[] whose = (plan + " " + name).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(whose).toString().toUpperCase(Locale.ROOT);
  }
}
