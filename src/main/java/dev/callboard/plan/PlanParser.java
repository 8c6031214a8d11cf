package dev.callboard.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.plan.Resource.Show;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a plan of a tree that the schema has passed. */
final class PlanParser {

  private final String key;
  private final JsonNode root;

  PlanParser(String key, JsonNode root) {
    this.key = key;
    this.root = root;
  }

  Plan plan(ZoneId zone) {
    String start = root.path("start").asText();
    int split = start.indexOf('T');
    List<String> languages = texts(root.path("languages"));
    return new Plan(
        key,
        root.path("title").asText(),
        zone,
        split < 0 ? null : LocalDate.parse(start.substring(0, split)),
        LocalTime.parse(start.substring(split + 1)),
        minutes(root.path("slot")),
        languages.isEmpty() ? List.of("en") : languages,
        root.has("workbook") ? workbook(root.path("workbook")) : null,
        each(root.path("people"), PlanParser::member),
        rooms(),
        byLanguage(root.path("welcome")),
        each(root.path("resources"), PlanParser::resource),
        segments(),
        Set.copyOf(texts(root.path("rights").path("facilitator"))));
  }

  private static Workbook workbook(JsonNode node) {
    return new Workbook(
        node.path("title").asText(),
        node.has("url") ? URI.create(node.path("url").asText()) : null,
        node.path("pages").asInt());
  }

  private static Member member(JsonNode node) {
    String key = node.path("key").asText();
    Map<String, String> accounts = new HashMap<>(strings(node.path("accounts")));
    accounts.put("lobby", key);
    String email = text(node, "email");
    return new Member(
        key,
        node.path("name").asText(),
        Role.valueOf(node.path("role").asText().toUpperCase(Locale.ROOT)),
        email == null ? null : email.toLowerCase(Locale.ROOT),
        accounts,
        text(node, "language"),
        texts(node.path("accommodations")));
  }

  /** Every class has rooms in the lobby, named after its plan. */
  private Map<String, Rooms> rooms() {
    Map<String, Rooms> rooms = new HashMap<>();
    rooms.put("lobby", new Rooms(key + "/class", key + "/backstage"));
    root.path("rooms")
        .properties()
        .forEach(entry ->
            rooms.put(
                entry.getKey(),
                new Rooms(text(entry.getValue(), "class"), text(entry.getValue(), "backstage"))));
    return rooms;
  }

  private static Resource resource(JsonNode node) {
    return new Resource(
        node.path("key").asText(),
        node.path("title").asText(),
        URI.create(node.path("url").asText()),
        node.path("show").asText("learners").equals("team") ? Show.TEAM : Show.LEARNERS);
  }

  private List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    for (JsonNode node : root.path("segments")) {
      segments.add(segment(node));
    }
    return segments;
  }

  private Segment segment(JsonNode node) {
    Duration planned = minutes(node.path("minutes"));
    JsonNode activity = node.path("activity");
    return new Segment(
        segmentKey(node),
        node.path("title").asText(),
        planned,
        node.has("min-minutes") ? minutes(node.path("min-minutes")) : planned,
        node.path("cuttable").asBoolean(),
        time(node, "fixed-start"),
        time(node, "fixed-end"),
        text(node, "lead"),
        each(node.path("pages"), PlanParser::page),
        texts(node.path("resources")),
        activity.isObject()
            ? new Activity(activity.path("kind").asText(), text(activity, "asset"))
            : null,
        byLanguage(node.path("instructions")),
        text(node, "cue"));
  }

  /** The key given, else one made of the title: {@code Poll 1} becomes {@code poll-1}. */
  static String segmentKey(JsonNode node) {
    if (node.has("key")) {
      return node.path("key").asText();
    }
    String made =
        node.path("title")
            .asText()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return made.length() <= 40 ? made : made.substring(0, 40);
  }

  private static Page page(JsonNode node) {
    return node.isObject()
        ? new Page(node.path("number").asInt(), text(node, "title"))
        : new Page(node.asInt(), null);
  }

  private Map<String, String> byLanguage(JsonNode node) {
    if (node.isTextual()) {
      JsonNode first = root.path("languages").path(0);
      return Map.of(first.asText("en"), node.asText());
    }
    return strings(node);
  }

  private static Map<String, String> strings(JsonNode node) {
    return node.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText()));
  }

  private static List<String> texts(JsonNode node) {
    return each(node, JsonNode::asText);
  }

  private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    array.forEach(node -> all.add(read.apply(node)));
    return all;
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.path(name).asText() : null;
  }

  private static @Nullable LocalTime time(JsonNode node, String name) {
    return node.hasNonNull(name) ? LocalTime.parse(node.path(name).asText()) : null;
  }

  private static Duration minutes(JsonNode node) {
    return Duration.ofMinutes(node.asLong());
  }
}
