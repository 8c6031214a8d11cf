package dev.callboard.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A YAML text as a tree, with the line of every node. Stricter than YAML where YAML surprises
 * people: only {@code true} and {@code false} are booleans (so {@code no} is Norwegian), {@code
 * 14:00} is a text, keys stand once, and there are no aliases. A key without a value counts as left
 * out.
 */
final class YamlTree {

  private static final int NODES = 100_000;
  private static final int DEPTH = 12;
  private static final int LONGEST_KEY = 80;
  private static final int LONGEST_TEXT = 4_000;
  private static final String WHOLE_NUMBER = "-?(0|[1-9]\\d{0,17})";
  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");

  private final Iterator<Event> events;
  private final List<Slip> slips = new ArrayList<>();
  private int nodes;
  private int depth;

  /**
   * What came of parsing.
   *
   * @param slips mistakes that did not hinder the parsing
   */
  record Tree(JsonNode root, Lines lines, List<Slip> slips) {}

  /** A mistake in the writing, not in what is written. */
  record Slip(int line, String message) {}

  private YamlTree(Iterator<Event> events) {
    this.events = events;
  }

  static Tree parse(String text) throws Unreadable {
    int strange = firstStrange(text);
    if (strange >= 0) {
      long line = 1 + text.substring(0, strange).chars().filter(c -> c == '\n').count();
      throw new Unreadable(
          Math.toIntExact(line), "a character that cannot be shown (expected: text)");
    }
    try {
      return new YamlTree(new Yaml(new LoaderOptions()).parse(new StringReader(text)).iterator())
          .document();
    } catch (MarkedYAMLException exception) {
      throw YamlWords.of(exception);
    } catch (YAMLException exception) {
      throw new Unreadable(0, "no valid YAML (expected: key: value, or a list with dashes)");
    }
  }

  private static int firstStrange(String text) {
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (!StreamReader.isPrintable(codePoint) && codePoint != '\uFEFF') {
        return i;
      }
      i += Character.charCount(codePoint);
    }
    return -1;
  }

  private Tree document() throws Unreadable {
    events.next(); // the stream
    if (!(events.next() instanceof DocumentStartEvent)) {
      throw new Unreadable(0, "the file is empty (expected: a plan)");
    }
    Event first = events.next();
    Lines lines = new Lines(line(first));
    JsonNode root = value(first, lines);
    events.next(); // the document's end
    Event after = events.next();
    if (!after.is(ID.StreamEnd)) {
      throw new Unreadable(line(after), "a second document (expected: one plan a file)");
    }
    if (root.isNull()) {
      throw new Unreadable(0, "the file is empty (expected: a plan)");
    }
    return new Tree(root, lines, List.copyOf(slips));
  }

  private JsonNode value(Event event, Lines at) throws Unreadable {
    nodes++;
    if (nodes > NODES) {
      throw new Unreadable(line(event), "too many entries (expected: " + NODES + " at most)");
    }
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar);
      case MappingStartEvent map -> nested(map, at);
      case SequenceStartEvent list -> nested(list, at);
      default -> throw new Unreadable(line(event), "an alias (expected: the text itself)");
    };
  }

  private JsonNode nested(Event start, Lines at) throws Unreadable {
    if (depth == DEPTH) {
      throw new Unreadable(line(start), "lists or maps too deep in one another (expected: a plan)");
    }
    depth++;
    JsonNode made = start.is(ID.MappingStart) ? object(at) : array(at);
    depth--;
    return made;
  }

  private ObjectNode object(Lines at) throws Unreadable {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Event event = events.next(); !event.is(ID.MappingEnd); event = events.next()) {
      if (!(event instanceof ScalarEvent key) || key.getValue().length() > LONGEST_KEY) {
        throw new Unreadable(line(event), "a key that is no word (expected: such as title:)");
      }
      String name = key.getValue();
      boolean twice = object.has(name);
      if (twice) {
        slips.add(new Slip(line(key), name + ": stands twice (expected: once)"));
      }
      Lines below = twice ? new Lines(line(key)) : at.add(name, line(key));
      JsonNode value = value(events.next(), below);
      if (!twice && !value.isNull()) {
        object.set(name, value);
      }
    }
    return object;
  }

  private ArrayNode array(Lines at) throws Unreadable {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Event event = events.next(); !event.is(ID.SequenceEnd); event = events.next()) {
      array.add(value(event, at.add(String.valueOf(array.size()), line(event))));
    }
    return array;
  }

  private JsonNode scalar(ScalarEvent scalar) {
    String text = scalar.getValue();
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (!scalar.isPlain() || scalar.getTag() != null) {
      return factory.textNode(checked(text, scalar));
    }
    if (NOTHING.contains(text)) {
      return factory.nullNode();
    }
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return factory.booleanNode(TRUE.contains(text));
    }
    return text.matches(WHOLE_NUMBER)
        ? factory.numberNode(Long.parseLong(text))
        : factory.textNode(checked(text, scalar));
  }

  private String checked(String text, ScalarEvent scalar) {
    if (text.length() > LONGEST_TEXT) {
      String size = "a text of " + text.length() + " characters";
      slips.add(new Slip(line(scalar), size + " (expected: " + LONGEST_TEXT + " at most)"));
      return text.substring(0, LONGEST_TEXT);
    }
    if (text.codePoints().anyMatch(c -> c != '\n' && c != '\t' && hidden(c))) {
      slips.add(new Slip(line(scalar), "a text with a character that cannot be shown"));
    }
    return text;
  }

  private static boolean hidden(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }
}
