package dev.callboard.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML text as a tree, with the line of every node. Stricter than YAML where YAML surprises
 * people: only {@code true} and {@code false} are booleans (so {@code no} is Norwegian), {@code
 * 14:00} is a text, keys stand once, and there are no aliases.
 */
final class YamlTree {

  private static final int NODES = 100_000;

  private final Map<String, Integer> lines = new HashMap<>();
  private int nodes;

  /**
   * What came of parsing.
   *
   * @param lines line by JSON pointer, counted from 1
   */
  record Tree(JsonNode root, Map<String, Integer> lines) {}

  /** The text is no YAML that a plan can be written in. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    Unreadable(int line, String message) {
      super(message);
      this.line = line;
    }

    int line() {
      return line;
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  static Tree parse(String text) throws Unreadable {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(30);
    options.setAllowDuplicateKeys(false);
    YamlTree tree = new YamlTree();
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (root == null) {
        throw new Unreadable(0, "the file is empty (expected: a plan)");
      }
      return new Tree(tree.convert(root, ""), tree.lines);
    } catch (MarkedYAMLException exception) {
      int line = exception.getProblemMark() == null ? 0 : exception.getProblemMark().getLine() + 1;
      throw new Unreadable(line, "no valid YAML: " + exception.getProblem());
    } catch (YAMLException exception) {
      throw new Unreadable(0, "no valid YAML: a character or a depth that a plan cannot have");
    }
  }

  private JsonNode convert(Node node, String pointer) throws Unreadable {
    lines.putIfAbsent(pointer, line(node));
    nodes++;
    if (nodes > NODES) {
      throw new Unreadable(line(node), "too many entries (expected: " + NODES + " at most)");
    }
    return switch (node) {
      case MappingNode mapping -> object(mapping, pointer);
      case SequenceNode sequence -> array(sequence, pointer);
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new Unreadable(line(node), "an alias (expected: the text itself)");
    };
  }

  private ObjectNode object(MappingNode mapping, String pointer) throws Unreadable {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new Unreadable(line(tuple.getKeyNode()), "a key that is no word");
      }
      String name = key.getValue();
      String below = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
      if (object.has(name)) {
        throw new Unreadable(line(key), name + ": stands twice (expected: once)");
      }
      lines.put(below, line(key));
      object.set(name, convert(tuple.getValueNode(), below));
    }
    return object;
  }

  private ArrayNode array(SequenceNode sequence, String pointer) throws Unreadable {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Node element : sequence.getValue()) {
      array.add(convert(element, pointer + "/" + array.size()));
    }
    return array;
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (!scalar.isPlain()) {
      return factory.textNode(text);
    }
    if (scalar.getTag().equals(Tag.NULL)) {
      return factory.nullNode();
    }
    if (text.equals("true") || text.equals("false")) {
      return factory.booleanNode(text.equals("true"));
    }
    return text.matches("-?\\d{1,18}")
        ? factory.numberNode(new BigInteger(text).longValueExact())
        : factory.textNode(text);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
