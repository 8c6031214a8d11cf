package dev.callboard.report.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.Cases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The changed segments of a plan, as text to be taken over. */
class PlanChangesTest {

  private static Proposal proposal(String segment, String title, int planned, int proposed) {
    return new Proposal(segment, title, planned, proposed, Duration.ofMinutes(proposed), 3, 3);
  }

  @Test
  void changes_areSegmentsWithTheirNewMinutes() {
    assertThat(
            PlanChanges.yaml(
                "hybrid",
                2,
                List.of(
                    proposal("poll-1", "Poll 1", 5, 8),
                    proposal("room-types", "Rooms: \"three\" \\ types", 8, 12))))
        .isEqualTo(
            """
            # Version 2 of hybrid: these minutes, and nothing else changed.
            segments:
              - title: "Poll 1"
                key: "poll-1"
                minutes: 8 # not 5
              - title: "Rooms: \\"three\\" \\\\ types"
                key: "room-types"
                minutes: 12 # not 8
            """);
  }

  @Test
  void anyTitle_isReadBackAsItIs() {
    List<String> parts =
        List.of(
            "Poll", "\"", "\\", "\n", "\u2028", "#", ": ", "'", "🎓", "- x", "\u0007", "%", "é");
    Cases.each(
        300,
        random -> {
          List<Proposal> proposals = new ArrayList<>();
          List<Object> expected = new ArrayList<>();
          for (int i = 0; i <= random.nextInt(4); i++) {
            StringBuilder title = new StringBuilder("T");
            for (int j = 0; j < random.nextInt(8); j++) {
              title.append(parts.get(random.nextInt(parts.size())));
            }
            title.append('.');
            proposals.add(proposal("1e" + i, title.toString(), 5, 1 + random.nextInt(90)));
            Map<String, Object> segment = new LinkedHashMap<>();
            segment.put("title", title.toString().replaceAll("[\n\u2028\u0007 ]+", " "));
            segment.put("key", "1e" + i);
            segment.put("minutes", proposals.getLast().proposed());
            expected.add(segment);
          }
          Object read = new Yaml().load(PlanChanges.yaml("hybrid", 2, proposals));

          assertThat(read).isEqualTo(Map.of("segments", expected));
        });
  }
}
