package dev.callboard.plan;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes how long segments of a plan take, in its text: nothing but those numbers, so that
 * comments, order and the author's way of writing stay.
 */
public final class SegmentMinutes {

  private SegmentMinutes() {}

  /**
   * The text with other minutes. Segments it does not have are passed over.
   *
   * @param minutes by the keys of segments
   * @return empty when the text is no plan that can be made sense of
   */
  public static Optional<String> changed(String yaml, Map<String, Integer> minutes) {
    try {
      byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
      List<Spot> segments = YamlDocument.read("plan", bytes).root().each("segments");
      List<String> keys = Keys.of(segments, "title");
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
      List<? extends Node> nodes = nodes(value(root, "segments"));
      if (nodes.size() != keys.size()) {
        return Optional.empty();
      }
      Map<Integer, Edit> edits = new TreeMap<>();
      for (int i = 0; i < keys.size(); i++) {
        Integer wanted = minutes.get(keys.get(i));
        if (wanted != null && value(nodes.get(i), "minutes") instanceof ScalarNode number) {
          Edit edit = Edit.of(yaml, number, wanted);
          edits.put(edit.from(), edit);
        }
      }
      return Optional.of(apply(yaml, List.copyOf(edits.values())));
    } catch (Unreadable | YAMLException exception) {
      return Optional.empty();
    }
  }

  /** The first of that name, as elsewhere. */
  private static @Nullable Node value(@Nullable Node map, String name) {
    if (map instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
          return tuple.getValueNode();
        }
      }
    }
    return null;
  }

  private static List<? extends Node> nodes(@Nullable Node list) {
    if (list == null) {
      return List.of();
    }
    return list instanceof SequenceNode sequence ? sequence.getValue() : List.of(list);
  }

  private static String apply(String yaml, List<Edit> edits) {
    StringBuilder text = new StringBuilder(yaml);
    for (Edit edit : edits.reversed()) {
      text.replace(edit.from(), edit.to(), edit.text());
    }
    return text.toString();
  }

  /** Other characters from one index to before another. */
  private record Edit(int from, int to, String text) {

    static Edit of(String yaml, ScalarNode number, int minutes) {
      // YAML counts characters, Java its halves of them.
      int from = yaml.offsetByCodePoints(0, number.getStartMark().getIndex());
      int to = yaml.offsetByCodePoints(0, number.getEndMark().getIndex());
      String stands = yaml.substring(from, to);
      if (!stands.equals(number.getValue())) {
        throw new YAMLException("minutes: " + stands + " (expected: " + number.getValue() + ")");
      }
      return new Edit(from, to, String.valueOf(minutes));
    }
  }
}
