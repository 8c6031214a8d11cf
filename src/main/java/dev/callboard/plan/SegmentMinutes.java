package dev.callboard.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

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
      List<? extends Node> nodes =
          YamlEdits.nodes(YamlEdits.value(YamlEdits.compose(yaml), "segments"));
      if (nodes.size() != keys.size()) {
        return Optional.empty();
      }
      YamlEdits edits = new YamlEdits(yaml);
      for (int i = 0; i < keys.size(); i++) {
        Integer wanted = minutes.get(keys.get(i));
        if (wanted != null
            && YamlEdits.value(nodes.get(i), "minutes") instanceof ScalarNode number) {
          edits.replace(number, String.valueOf(wanted));
        }
      }
      return Optional.of(edits.text());
    } catch (Unreadable | YAMLException exception) {
      return Optional.empty();
    }
  }
}
