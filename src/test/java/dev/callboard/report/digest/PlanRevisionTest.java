package dev.callboard.report.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanReader;
import dev.callboard.plan.Segment;
import dev.callboard.testing.Cases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** New versions of plans, in which nothing but minutes changed. */
class PlanRevisionTest {

  private static final PlanReader READER = new PlanReader(Set.of("page"));

  private final PlanRevision revision = new PlanRevision(READER);

  private static String sample() throws IOException {
    return Files.readString(Path.of("config/plans/hybrid-meetings.yaml"));
  }

  private static Plan plan(String yaml) {
    return READER
        .read("hybrid", "hybrid.yaml", yaml.getBytes(StandardCharsets.UTF_8))
        .usable()
        .orElseThrow();
  }

  private static Proposal proposal(String segment, int planned, int proposed) {
    return new Proposal(segment, segment, planned, proposed, Duration.ofMinutes(proposed), 3, 3);
  }

  @Test
  void onlyTheNumber_changes() throws IOException {
    PlanRevision.Revised revised =
        revision.apply(
            "hybrid", sample(), List.of(proposal("poll-1", 5, 7), proposal("breakout", 12, 10)));

    List<String> before = sample().lines().toList();
    List<String> after = revised.text().lines().toList();
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        changed.add(before.get(i).strip() + " -> " + after.get(i).strip());
      }
    }
    assertThat(after).hasSameSizeAs(before);
    assertThat(changed).containsExactly("minutes: 5 -> minutes: 7", "minutes: 12 -> minutes: 10");
    assertThat(revised.reading().usable()).isPresent();
    assertThat(revised.applied()).hasSize(2);
    assertThat(revised.left()).isEmpty();
  }

  @Test
  void everyWayOfWriting_isKept() {
    String yaml =
        "\uFEFF# 🎓 a plan\r\ntitle: Ours 🎓\r\nzone: UTC\r\nstart: \"14:00\"\r\nslot: 30\r\n"
            + "people:\r\n  - {key: a, name: Ann 🎓 Lee, role: producer, email: a@example.com}\r\n"
            + "  - {key: b, name: Bo Ek, role: facilitator, email: b@example.com}\r\n"
            + "segments: # in order\r\n"
            + "  - {title: \"Welcome 🎓\", minutes:   10 , cuttable: true} # short\r\n"
            + "  - minutes: 20   # long\r\n    title: Poll 🎓\r\n    key: poll\r\n";

    PlanRevision.Revised revised =
        revision.apply("ours", yaml, List.of(proposal("welcome", 10, 8), proposal("poll", 20, 22)));

    assertThat(revised.left()).isEmpty();
    assertThat(revised.text())
        .isEqualTo(
            yaml.replace("minutes:   10 ,", "minutes:   8 ,")
                .replace("minutes: 20   #", "minutes: 22   #"));
  }

  @Test
  void segmentThatIsPlannedOtherwiseByNow_isLeftAlone() throws IOException {
    PlanRevision.Revised revised =
        revision.apply(
            "hybrid", sample(), List.of(proposal("poll-1", 10, 14), proposal("gone", 5, 9)));

    assertThat(revised.text()).isEqualTo(sample());
    assertThat(revised.applied()).isEmpty();
    assertThat(revised.left())
        .containsExactly("poll-1 is planned at 5 minutes here, not 10", "gone is not in this plan");
  }

  @Test
  void planThatDoesNotFitItsSlotAnyMore_isSaidSo() throws IOException {
    PlanRevision.Revised revised =
        revision.apply("hybrid", sample(), List.of(proposal("breakout", 12, 45)));

    assertThat(revised.reading().findings()).anyMatch(f -> f.message().contains("slot"));
  }

  @Test
  void brokenPlan_staysAsItIs() {
    for (String yaml : List.of("", "title: x", "{", "segments: [{minutes: 5}]", "a: &b 1\nc: *b")) {
      PlanRevision.Revised revised =
          revision.apply("broken", yaml, List.of(proposal("poll-1", 5, 7)));
      assertThat(revised.text()).isEqualTo(yaml);
      assertThat(revised.applied()).isEmpty();
      assertThat(revised.left()).singleElement().asString().contains("mend it first");
    }
  }

  @Test
  void anyMinutes_areReadBack_andEverythingElseIsAsBefore() throws IOException {
    for (String key : List.of("hybrid-meetings", "feedback-90", "onboarding-60")) {
      String yaml = Files.readString(Path.of("config/plans/" + key + ".yaml"));
      Plan before = plan(yaml);
      Cases.each(
          40,
          random -> {
            List<Proposal> proposals = new ArrayList<>();
            for (Segment segment : before.segments()) {
              int planned = Math.toIntExact(segment.planned().toMinutes());
              if (random.nextBoolean() && segment.fixedStart() == null) {
                proposals.add(proposal(segment.key(), planned, planned + random.nextInt(3)));
              }
            }
            PlanRevision.Revised revised = revision.apply("hybrid", yaml, proposals);
            assertThat(revised.applied()).isEqualTo(proposals);
            assertThat(revised.text().replaceAll("\\d+", ""))
                .isEqualTo(yaml.replaceAll("\\d+", ""));
            Plan after = revised.reading().usable().orElseThrow();
            for (Proposal one : proposals) {
              assertThat(minutes(after, one.segment())).isEqualTo(one.proposed());
            }
          });
    }
  }

  private static long minutes(Plan plan, String segment) {
    return plan.segments().stream()
        .filter(one -> one.key().equals(segment))
        .findFirst()
        .orElseThrow()
        .planned()
        .toMinutes();
  }
}
