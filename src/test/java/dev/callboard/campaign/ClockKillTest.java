package dev.callboard.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.campaign.ClockCampaign.Course;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Each prompt is said once, to the one it is for, however hard the server is hit. */
@Isolated("what is late is measured in real time")
class ClockKillTest {

  @TempDir Path folder;

  @Test
  void fewKills_loseNoPrompt() throws Exception {
    Course course = new Course(4, Duration.ofSeconds(1), Duration.ofSeconds(9), List.of(""));
    kill(3, course);
  }

  @Test
  @Tag("kill")
  void fiftyKills_loseNoPrompt() throws Exception {
    Course course =
        new Course(8, Duration.ofSeconds(3), Duration.ofSeconds(220), List.of("", "in 1 "));
    assertThat(kill(50, course).overdue()).isPositive();
  }

  private PromptEvidence.Finding kill(int kills, Course course) throws Exception {
    long seed = Long.getLong("callboard.kill.seed", new Random().nextInt(1_000_000));
    System.out.println("clock: seed " + seed + " (again with -Dcallboard.kill.seed=" + seed + ")");
    try (ClockCampaign campaign = new ClockCampaign(folder, course, seed)) {
      PromptEvidence.Finding finding = campaign.run(kills);
      System.out.println("clock: " + kills + " kills, " + finding.figures());
      assertThat(finding.faults()).isEmpty();
      assertThat(finding.asked()).isGreaterThanOrEqualTo(course.planned());
      assertThat(finding.doubled()).isLessThanOrEqualTo(finding.inHand());
      return finding;
    }
  }
}
