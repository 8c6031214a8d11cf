package dev.callboard.plan;

import dev.callboard.plan.Resource.Show;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a plan of a tree in which no mistake was found. */
final class PlanParser {

  private final String key;
  private final Spot root;
  private final Client client;

  PlanParser(String key, Spot root, Client client) {
    this.key = key;
    this.root = root;
    this.client = client;
  }

  Plan plan() {
    Start start = Start.of(root.text("start").orElseThrow()).orElseThrow();
    Spot workbook = root.get("workbook");
    return new Plan(
        key,
        text(root, "title"),
        ZoneId.of(text(root, "zone")),
        start.day(),
        start.time(),
        minutes(root, "slot"),
        Languages.of(root),
        workbook.present() ? workbook(workbook) : null,
        people(),
        RoomNames.of(key, root),
        Languages.texts(root, "welcome"),
        resources(),
        segments(),
        PromptingParser.of(root),
        Set.copyOf(root.get("rights").texts("facilitator")),
        root.text("client").orElse(null),
        PolicyParser.of(root.get("attendance"), client.attendance()),
        client.keep(),
        client.leads(),
        client.title(),
        root.text("course").orElse(null));
  }

  private static Workbook workbook(Spot spot) {
    URI url = spot.text("url").map(URI::create).orElse(null);
    return new Workbook(text(spot, "title"), url, spot.whole("pages").orElseThrow());
  }

  private List<Member> people() {
    List<Spot> list = root.each("people");
    List<String> keys = Keys.of(list, "name");
    List<Member> people = new ArrayList<>();
    for (Spot spot : list) {
      people.add(member(keys.get(people.size()), spot));
    }
    return people;
  }

  /** In the lobby everybody's account is called like the person. */
  private static Member member(String key, Spot spot) {
    Map<String, String> accounts = new HashMap<>();
    spot.get("accounts")
        .entries()
        .forEach((platform, id) -> accounts.put(platform, id.text().orElseThrow()));
    accounts.put("lobby", key);
    return new Member(
        key,
        text(spot, "name"),
        Role.valueOf(text(spot, "role").toUpperCase(Locale.ROOT)),
        spot.text("email").map(email -> email.toLowerCase(Locale.ROOT)).orElse(null),
        accounts,
        spot.text("language").orElse(null),
        spot.texts("accommodations"));
  }

  private List<Resource> resources() {
    List<Spot> list = root.each("resources");
    List<String> keys = Keys.of(list, "title");
    List<Resource> resources = new ArrayList<>();
    for (Spot spot : list) {
      Show show = spot.text("show").orElse("").equals("team") ? Show.TEAM : Show.LEARNERS;
      resources.add(
          new Resource(
              keys.get(resources.size()),
              text(spot, "title"),
              URI.create(text(spot, "url")),
              show));
    }
    return resources;
  }

  private List<Segment> segments() {
    List<Spot> list = root.each("segments");
    List<String> keys = Keys.of(list, "title");
    List<Segment> segments = new ArrayList<>();
    for (Spot spot : list) {
      segments.add(segment(keys.get(segments.size()), spot));
    }
    return segments;
  }

  private Segment segment(String key, Spot spot) {
    Spot activity = spot.get("activity");
    return new Segment(
        key,
        text(spot, "title"),
        minutes(spot, "minutes"),
        minimum(spot),
        spot.yes("cuttable"),
        spot.yes("cushion"),
        time(spot, "fixed-start"),
        time(spot, "fixed-end"),
        spot.text("lead").orElse(null),
        pages(spot).map(PlanParser::page).toList(),
        spot.texts("resources"),
        activity.present()
            ? new Activity(text(activity, "kind"), activity.text("asset").orElse(null))
            : null,
        Languages.texts(root, spot.get("instructions")),
        spot.text("cue").orElse(null),
        PromptingParser.ofSegment(spot),
        spot.yes("quiet"),
        isAuto(spot));
  }

  /** Whether the clock goes on from a segment by itself. */
  static boolean isAuto(Spot segment) {
    return segment.text("advance").orElse("").equals("auto");
  }

  /** A cushion is there to be used up; any other segment needs its time unless the plan says so. */
  private static Duration minimum(Spot spot) {
    if (spot.get("min-minutes").present()) {
      return minutes(spot, "min-minutes");
    }
    return spot.yes("cushion") ? Duration.ZERO : minutes(spot, "minutes");
  }

  /** Pages by either of the two names authors use. */
  static Stream<Spot> pages(Spot segment) {
    return Stream.concat(segment.each("pages").stream(), segment.each("page").stream());
  }

  /** The number of a page, however it is written. */
  static Optional<Integer> number(Spot page) {
    return page.node().isObject() ? page.whole("number") : page.whole();
  }

  private static Page page(Spot page) {
    return new Page(number(page).orElseThrow(), page.text("title").orElse(null));
  }

  private static String text(Spot spot, String name) {
    return spot.text(name).orElseThrow();
  }

  private static Duration minutes(Spot spot, String name) {
    return Duration.ofMinutes(spot.whole(name).orElseThrow());
  }

  private static @Nullable LocalTime time(Spot spot, String name) {
    return spot.text(name).flatMap(Start::time).orElse(null);
  }
}
