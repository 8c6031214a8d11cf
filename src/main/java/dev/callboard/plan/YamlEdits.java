package dev.callboard.plan;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes of a YAML text at certain places, so that comments, order and the author's way of writing
 * stay everywhere else.
 */
final class YamlEdits {

  private final String yaml;
  private final Map<Integer, Edit> edits = new TreeMap<>();

  /** Other characters from one index to before another. */
  private record Edit(int from, int to, String text) {}

  YamlEdits(String yaml) {
    this.yaml = yaml;
  }

  /**
   * The nodes of a text.
   *
   * @throws YAMLException when it is none of YAML
   */
  static Node compose(String yaml) {
    return new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
  }

  /** The first of that name, as elsewhere. */
  static @Nullable Node value(@Nullable Node map, String name) {
    if (map instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
          return tuple.getValueNode();
        }
      }
    }
    return null;
  }

  static List<? extends Node> nodes(@Nullable Node list) {
    if (list == null) {
      return List.of();
    }
    return list instanceof SequenceNode sequence ? sequence.getValue() : List.of(list);
  }

  /** YAML counts characters, Java its halves of them. */
  static int index(String yaml, Mark mark) {
    return yaml.offsetByCodePoints(0, mark.getIndex());
  }

  /** Of several at one place the last holds. */
  void replace(int from, int to, String text) {
    edits.put(from, new Edit(from, to, text));
  }

  /**
   * Writes something else where a value stands, which may be in quotes.
   *
   * @throws YAMLException when something else stands there than what was read
   */
  void replace(ScalarNode value, String text) {
    int from = index(yaml, value.getStartMark());
    int to = index(yaml, value.getEndMark());
    String stands = yaml.substring(from, to);
    if (!stands.replaceAll("^[\"']|[\"']$", "").equals(value.getValue())) {
      throw new YAMLException(stands + " (expected: " + value.getValue() + ")");
    }
    replace(from, to, text);
  }

  String text() {
    StringBuilder text = new StringBuilder(yaml);
    for (Edit edit : List.copyOf(edits.values()).reversed()) {
      text.replace(edit.from(), edit.to(), edit.text());
    }
    return text.toString();
  }
}
