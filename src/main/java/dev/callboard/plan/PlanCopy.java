package dev.callboard.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.Reading.Severity;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Copies a plan for one delivery after the other, in its text, so that what its author wrote stays,
 * comments and all. A copy has other hours and people, and no learners; who leads a segment is
 * whoever has that person's place. Immutable.
 */
public final class PlanCopy {

  private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  private final String key;
  private final String yaml;
  private final Spot root;
  private final Map<String, Part> parts;
  private final List<ScalarNode> leads;
  private final Set<String> known;
  private final String heading;

  /**
   * An entry of the plan in its text.
   *
   * @param content where what it says ends, before comments that may be of the next
   */
  private record Part(int from, int content) {}

  /**
   * A copy.
   *
   * @param findings that the plan it was made of has not
   * @param takes what cannot be in two classes at once: addresses of producers and facilitators,
   *     and rooms of learners, in words
   */
  public record Made(String text, List<Finding> findings, List<String> takes) {}

  private PlanCopy(String key, String yaml, Spot root, MappingNode node) {
    this.key = key;
    this.yaml = yaml;
    this.root = root;
    this.parts = parts(yaml, node);
    this.leads = leads(yaml, node);
    this.heading = "# A copy of " + key + ", for one delivery.\n";
    this.known = new HashSet<>();
    check(key, root).forEach(finding -> known.add(finding.message()));
  }

  /**
   * Begins to copy.
   *
   * @param key what the plan is called
   * @param text of its file, in which no mistake was found
   * @return empty when it is written in a way that cannot be taken apart, such as on one line, or
   *     in which a lead cannot be replaced
   */
  public static Optional<PlanCopy> of(String key, String text) {
    String yaml = text.endsWith("\n") ? text : text + "\n";
    try {
      Spot root = YamlDocument.read("plan", yaml.getBytes(StandardCharsets.UTF_8)).root();
      return YamlEdits.compose(yaml) instanceof MappingNode node
              && node.getFlowStyle() == FlowStyle.BLOCK
          ? Optional.of(new PlanCopy(key, yaml, root, node))
          : Optional.empty();
    } catch (Unreadable | YAMLException otherwise) {
      return Optional.empty();
    }
  }

  private static Map<String, Part> parts(String yaml, MappingNode node) {
    List<NodeTuple> tuples = node.getValue();
    Map<String, Part> parts = new LinkedHashMap<>();
    for (int i = 0; i < tuples.size(); i++) {
      Node key = tuples.get(i).getKeyNode();
      int from = YamlEdits.index(yaml, key.getStartMark());
      int to =
          i + 1 < tuples.size()
              ? YamlEdits.index(yaml, tuples.get(i + 1).getKeyNode().getStartMark())
              : yaml.length();
      String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (key.getStartMark().getColumn() != 0 || !yaml.startsWith(name + ":", from)) {
        throw new YAMLException(name + " (expected: at the beginning of its line)");
      }
      parts.put(name, new Part(from, content(yaml, from, to)));
    }
    return parts;
  }

  /** Without the comments and empty lines at its end. */
  private static int content(String yaml, int from, int to) {
    int end = to;
    while (end > from) {
      int line = yaml.lastIndexOf('\n', end - 2) + 1;
      String last = yaml.substring(Math.max(line, from), end).strip();
      if (line <= from || !(last.isEmpty() || last.startsWith("#") || last.equals("..."))) {
        return end;
      }
      end = line;
    }
    return end;
  }

  private static List<ScalarNode> leads(String yaml, MappingNode node) {
    List<ScalarNode> leads = new ArrayList<>();
    for (Node segment : YamlEdits.nodes(YamlEdits.value(node, "segments"))) {
      if (YamlEdits.value(segment, "lead") instanceof ScalarNode lead) {
        new YamlEdits(yaml).replace(lead, ""); // so that it is known now if that cannot be done
        leads.add(lead);
      }
    }
    return leads;
  }

  /** The copy; whatever is wrong with it is among its findings. */
  public Made make(String name, Delivery delivery) {
    CopiedPeople people = CopiedPeople.of(root, delivery);
    ObjectNode rooms = rooms(delivery);
    ObjectNode tree = tree(delivery, people, rooms);
    List<Finding> findings = new ArrayList<>();
    people
        .unknown()
        .forEach(email -> {
          String words =
              "“" + email + "” (expected: a name with it, for the plan does not know it)";
          findings.add(new Finding(Severity.MISTAKE, name, 0, words));
        });
    check(name, Spot.root(tree)).stream()
        .filter(finding -> !known.contains(finding.message()))
        .forEach(findings::add);
    return new Made(text(delivery, people, rooms), findings, takes(people.people(), rooms));
  }

  private static List<String> takes(ArrayNode people, ObjectNode rooms) {
    List<String> takes = new ArrayList<>();
    for (JsonNode one : people) {
      String role = one.path("role").asText();
      String email = one.path("email").asText();
      if (!email.isEmpty() && !role.equals(Role.DESIGNER.word())) {
        takes.add(email.toLowerCase(Locale.ROOT));
      }
    }
    rooms
        .properties()
        .forEach(platform -> {
          for (String room : List.of("meeting", "class")) {
            String id = platform.getValue().path(room).asText();
            if (!id.isEmpty()) {
              takes.add("the " + room + " " + id + " of " + platform.getKey());
            }
          }
        });
    return takes;
  }

  private static List<Finding> check(String key, Spot root) {
    Findings findings = new Findings(key, new Lines(0));
    PlanLint.check(key, root, findings);
    return findings.sorted();
  }

  private ObjectNode tree(Delivery delivery, CopiedPeople people, ObjectNode rooms) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    root.node().properties().forEach(entry -> tree.set(entry.getKey(), entry.getValue()));
    tree.set("people", people.people());
    tree.put("start", START.format(delivery.start()));
    if (!rooms.isEmpty()) {
      tree.set("rooms", rooms);
    }
    values(delivery).forEach(tree::put);
    if (delivery.slot() != null) {
      tree.put("slot", delivery.slot());
    }
    if (!people.leads().isEmpty()) {
      tree.set("segments", led(people.leads()));
    }
    return tree;
  }

  private JsonNode led(Map<String, String> by) {
    JsonNode segments = root.get("segments").node().deepCopy();
    for (JsonNode segment : segments instanceof ArrayNode list ? list : List.of(segments)) {
      String lead = by.get(segment.path("lead").asText());
      if (lead != null && segment instanceof ObjectNode one) {
        one.put("lead", lead);
      }
    }
    return segments;
  }

  /** Texts that are other ones, by their names in plans. A copy of a copy is one of the first. */
  private Map<String, String> values(Delivery delivery) {
    Map<String, String> values = new TreeMap<>();
    if (!root.get("course").present()) {
      values.put("course", key);
    }
    if (delivery.title() != null) {
      values.put("title", delivery.title());
    }
    if (delivery.zone() != null) {
      values.put("zone", delivery.zone());
    }
    if (delivery.client() != null) {
      values.put("client", delivery.client());
    }
    return values;
  }

  /** The plan's, and what is another in each; who meets elsewhere has another way in, too. */
  private ObjectNode rooms(Delivery delivery) {
    ObjectNode rooms =
        root.get("rooms").node() instanceof ObjectNode planned
            ? planned.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    new TreeMap<>(delivery.rooms())
        .forEach((platform, others) -> {
          ObjectNode own =
              rooms.get(platform) instanceof ObjectNode there ? there : rooms.putObject(platform);
          if (others.containsKey("meeting") || others.containsKey("join")) {
            own.remove(List.of("meeting", "join"));
          }
          new TreeMap<>(others).forEach(own::put);
        });
    return rooms;
  }

  private String text(Delivery delivery, CopiedPeople people, ObjectNode rooms) {
    YamlEdits edits = new YamlEdits(yaml);
    StringBuilder more = new StringBuilder();
    put(edits, more, "start", "start: \"" + START.format(delivery.start()) + "\"\n");
    put(edits, more, "people", people.yaml());
    values(delivery)
        .forEach(
            (name, value) -> put(edits, more, name, name + ": " + YamlFlow.text(value) + "\n"));
    if (!delivery.rooms().isEmpty()) {
      StringBuilder block = new StringBuilder("rooms:\n");
      rooms
          .properties()
          .forEach(entry ->
              block
                  .append("  ")
                  .append(entry.getKey())
                  .append(": ")
                  .append(YamlFlow.of(entry.getValue()))
                  .append('\n'));
      put(edits, more, "rooms", block.toString());
    }
    for (ScalarNode lead : leads) {
      String other = people.leads().get(lead.getValue());
      if (other != null) {
        edits.replace(lead, other);
      }
    }
    Part slot = parts.get("slot");
    if (slot != null) {
      String minutes =
          delivery.slot() == null
              ? yaml.substring(slot.from(), slot.content())
              : "slot: " + delivery.slot() + "\n";
      edits.replace(slot.from(), slot.content(), minutes + more);
    }
    return first(edits.text());
  }

  /** Where the plan has such an entry, it is another; else it comes behind the slot. */
  private void put(YamlEdits edits, StringBuilder more, String name, String entry) {
    Part part = parts.get(name);
    if (part == null) {
      more.append(entry);
    } else {
      edits.replace(part.from(), part.content(), entry);
    }
  }

  /** Says what it is before its first entry, below what the author says of the plan. */
  private String first(String text) {
    int at = parts.values().iterator().next().from();
    return text.substring(0, at) + heading + text.substring(at);
  }
}
