package dev.callboard.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.callboard.chat.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One place in the tree of a plan, or of another file that authors write. Whatever stands there,
 * asking is safe: what is of another kind is as good as not there, for whoever checks the file
 * complains of it.
 */
public record Spot(JsonNode node, String pointer) {

  /** Beyond so many names a plan is broken, and comparing would take long. */
  private static final int COMPARED = 1_000;

  static Spot root(JsonNode root) {
    return new Spot(root, "");
  }

  public Spot get(String name) {
    return new Spot(node.isObject() ? node.path(name) : MissingNode.getInstance(), below(name));
  }

  public boolean present() {
    return !node.isMissingNode();
  }

  public Optional<String> text(String name) {
    return get(name).text();
  }

  public Optional<String> text() {
    return node.isTextual() || node.isNumber()
        ? Optional.of(node.asText().strip())
        : Optional.empty();
  }

  public Optional<Integer> whole(String name) {
    return get(name).whole();
  }

  public Optional<Integer> whole() {
    return node.isIntegralNumber() && node.canConvertToInt()
        ? Optional.of(node.intValue())
        : Optional.empty();
  }

  public boolean yes(String name) {
    return get(name).node().asBoolean();
  }

  /** The entries of a list; what is no list counts as a list of one. */
  public List<Spot> each(String name) {
    Spot list = get(name);
    if (!list.node().isArray()) {
      return list.present() ? List.of(list) : List.of();
    }
    List<Spot> all = new ArrayList<>();
    for (int i = 0; i < list.node().size(); i++) {
      all.add(new Spot(list.node().path(i), list.below(String.valueOf(i))));
    }
    return all;
  }

  public List<String> texts(String name) {
    return each(name).stream().map(Spot::text).flatMap(Optional::stream).toList();
  }

  /** The entries of a map, in alphabetical order. */
  public Map<String, Spot> entries() {
    Map<String, Spot> entries = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      entries.put(entry.getKey(), new Spot(entry.getValue(), below(entry.getKey())));
    }
    return entries;
  }

  /** As an author would point to it: {@code segments[2].pages[0]}. */
  public String name() {
    return name(pointer);
  }

  static String name(String pointer) {
    StringBuilder path = new StringBuilder();
    for (String part : pointer.split("/", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      if (part.chars().allMatch(Character::isDigit)) {
        path.append('[').append(part).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(part.replace("~1", "/").replace("~0", "~"));
      }
    }
    return path.toString();
  }

  /** What to say of a name that leads nowhere. */
  public String unknown(String typed, Collection<String> known, String expected) {
    return name()
        + ": “"
        + typed
        + "” ("
        + Spelling.nearest(typed, known.size() <= COMPARED ? known : List.of())
            .map(near -> "did you mean " + near + "?")
            .orElse("expected: " + expected)
        + ")";
  }

  private String below(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
