package dev.callboard.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.chat.Spelling;
import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.Reading.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the schema cannot see: names that lead nowhere, times that contradict, rooms that leak. */
final class PlanLint {

  private static final Set<String> NEEDS_ASSET = Set.of("poll", "video", "quiz");

  private final String key;
  private final String file;
  private final YamlTree.Tree tree;
  private final List<Finding> findings = new ArrayList<>();

  PlanLint(String key, String file, YamlTree.Tree tree) {
    this.key = key;
    this.file = file;
    this.tree = tree;
  }

  List<Finding> findings() {
    zone();
    date();
    addresses(tree.root(), "");
    if (findings.isEmpty()) {
      Plan plan = plan();
      twice(plan);
      people(plan);
      rooms(plan);
      segments(plan);
      languages(plan);
      length(plan);
    }
    return List.copyOf(findings);
  }

  /** The plan; only when there was no mistake. */
  Plan plan() {
    return new PlanParser(key, tree.root()).plan(ZoneId.of(tree.root().path("zone").asText()));
  }

  private void zone() {
    String zone = tree.root().path("zone").asText();
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      String meant =
          Spelling.nearest(zone, ZoneId.getAvailableZoneIds())
              .map(name -> "did you mean " + name + "?")
              .orElse("expected: an IANA name such as Europe/London");
      mistake("/zone", "zone: “" + zone + "” (" + meant + ")");
    }
  }

  private void date() {
    String start = tree.root().path("start").asText();
    int split = start.indexOf('T');
    if (split > 0) {
      try {
        LocalDate.parse(start.substring(0, split));
      } catch (DateTimeException exception) {
        mistake("/start", "start: “" + start + "” (expected: a day that exists)");
      }
    }
  }

  private void addresses(JsonNode node, String pointer) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String below = pointer + "/" + entry.getKey();
      if (entry.getKey().equals("url") && entry.getValue().isTextual()) {
        address(entry.getValue().asText(), below);
      } else {
        addresses(entry.getValue(), below);
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      addresses(node.path(i), pointer + "/" + i);
    }
  }

  private void address(String url, String pointer) {
    try {
      if (new URI(url).getHost() != null) {
        return;
      }
    } catch (URISyntaxException notAnAddress) {
      // said below
    }
    mistake(
        pointer,
        SchemaCheck.readable(pointer)
            + ": “"
            + url
            + "” (expected: an address such as https://example.com/handout.pdf)");
  }

  private void twice(Plan plan) {
    unique("people", plan.people().stream().map(Member::key).toList());
    unique("resources", plan.resources().stream().map(Resource::key).toList());
    unique("segments", plan.segments().stream().map(Segment::key).toList());
    Map<String, Integer> emails = new HashMap<>();
    for (int i = 0; i < plan.people().size(); i++) {
      String email = plan.people().get(i).email();
      Integer first = email == null ? null : emails.putIfAbsent(email, i);
      if (first != null) {
        mistake(
            "/people/" + i + "/email",
            "people[" + i + "].email: " + email + " (expected: not that of people[" + first + "])");
      }
    }
  }

  private void unique(String list, List<String> keys) {
    for (int i = 0; i < keys.size(); i++) {
      int first = keys.indexOf(keys.get(i));
      if (first < i) {
        mistake(
            "/" + list + "/" + i,
            list
                + "["
                + i
                + "].key: “"
                + keys.get(i)
                + "” (expected: not that of "
                + list
                + "["
                + first
                + "])");
      }
    }
  }

  private void people(Plan plan) {
    if (plan.withRole(Role.PRODUCER).findAny().isEmpty()) {
      mistake("/people", "people: nobody has the role producer (expected: one, at least)");
    }
    if (plan.withRole(Role.FACILITATOR).findAny().isEmpty()) {
      warning("/people", "people: nobody has the role facilitator; timing prompts reach nobody");
    }
  }

  private void rooms(Plan plan) {
    plan.rooms()
        .forEach((platform, rooms) -> {
          if (rooms.classRoom() != null && Objects.equals(rooms.classRoom(), rooms.backstage())) {
            mistake(
                "/rooms/" + platform,
                "rooms."
                    + platform
                    + ": class and backstage are the same room (expected: two; learners would"
                    + " read what is for the team)");
          }
        });
  }

  private void segments(Plan plan) {
    Set<String> people = plan.people().stream().map(Member::key).collect(Collectors.toSet());
    Set<String> resources =
        plan.resources().stream().map(Resource::key).collect(Collectors.toSet());
    for (int i = 0; i < plan.segments().size(); i++) {
      Segment segment = plan.segments().get(i);
      String at = "/segments/" + i;
      if (segment.lead() != null && !people.contains(segment.lead())) {
        mistake(at + "/lead", unknown(at + "/lead", segment.lead(), people, "the key of a person"));
      }
      for (int r = 0; r < segment.resources().size(); r++) {
        String name = segment.resources().get(r);
        String pointer = at + "/resources/" + r;
        if (!resources.contains(name)) {
          mistake(pointer, unknown(pointer, name, resources, "the key of a resource"));
        }
      }
      pages(plan, segment, at);
      times(segment, at);
      asset(segment, at);
    }
  }

  private static String unknown(String pointer, String name, Set<String> known, String wanted) {
    return SchemaCheck.readable(pointer)
        + ": “"
        + name
        + "” ("
        + Spelling.nearest(name, known)
            .map(near -> "did you mean " + near + "?")
            .orElse("expected: " + wanted)
        + ")";
  }

  private void pages(Plan plan, Segment segment, String at) {
    Workbook workbook = plan.workbook();
    for (int p = 0; p < segment.pages().size(); p++) {
      int number = segment.pages().get(p).number();
      String pointer = at + "/pages/" + p;
      if (workbook == null) {
        mistake(pointer, SchemaCheck.readable(pointer) + ": there is no workbook in this plan");
      } else if (number > workbook.pages()) {
        mistake(
            pointer,
            SchemaCheck.readable(pointer)
                + ": page "
                + number
                + ", the workbook has "
                + workbook.pages());
      }
    }
  }

  private void times(Segment segment, String at) {
    String name = SchemaCheck.readable(at);
    if (segment.minimum().compareTo(segment.planned()) > 0) {
      mistake(
          at + "/min-minutes",
          name
              + ".min-minutes: "
              + segment.minimum().toMinutes()
              + " (expected: at most minutes, "
              + segment.planned().toMinutes()
              + ")");
    }
    if (segment.fixedStart() != null && segment.fixedStart().equals(segment.fixedEnd())) {
      mistake(
          at + "/fixed-end",
          name + ".fixed-end: " + segment.fixedEnd() + " (expected: not the fixed start)");
    }
  }

  private void asset(Segment segment, String at) {
    Activity activity = segment.activity();
    if (activity != null && activity.asset() == null && NEEDS_ASSET.contains(activity.kind())) {
      warning(
          at + "/activity",
          SchemaCheck.readable(at)
              + ".activity: a "
              + activity.kind()
              + " without asset; which one?");
    }
  }

  private void languages(Plan plan) {
    for (String language : plan.languages()) {
      if (!plan.welcome().isEmpty() && !plan.welcome().containsKey(language)) {
        warning("/welcome", "welcome: no text in " + language + ", the usual one will be used");
      }
    }
  }

  private void length(Plan plan) {
    Duration sum =
        plan.segments().stream().map(Segment::planned).reduce(Duration.ZERO, Duration::plus);
    if (sum.compareTo(plan.slot()) > 0) {
      warning(
          "/slot",
          "segments add up to " + sum.toMinutes() + " min, the slot is " + plan.slot().toMinutes());
    }
  }

  private void mistake(String pointer, String message) {
    add(Severity.MISTAKE, pointer, message);
  }

  private void warning(String pointer, String message) {
    add(Severity.WARNING, pointer, message);
  }

  private void add(Severity severity, String pointer, String message) {
    findings.add(new Finding(severity, file, SchemaCheck.Lines.of(tree.lines(), pointer), message));
  }
}
