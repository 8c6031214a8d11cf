package dev.callboard.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a producer was told is kept, however hard the server is hit. */
@Order(1)
class KillTest {

  @TempDir Path folder;

  @Test
  void fewKills_loseNothing() throws Exception {
    kill(5, 4, 25);
  }

  @Test
  @Tag("kill")
  void hundredKills_loseNothing() throws Exception {
    kill(100, 8, 400);
  }

  private void kill(int kills, int classes, int leastAcknowledged) throws Exception {
    long seed = Long.getLong("callboard.kill.seed", new Random().nextInt(1_000_000));
    System.out.println("kill: seed " + seed + " (again with -Dcallboard.kill.seed=" + seed + ")");
    try (Campaign campaign = new Campaign(folder, classes, seed)) {
      Evidence.Finding finding = campaign.run(kills).examine();
      System.out.println("kill: " + finding.figures(kills));
      assertThat(finding.faults()).isEmpty();
      assertThat(finding.acknowledged()).isGreaterThan(leastAcknowledged);
      assertThat(finding.posts()).isPositive();
      assertThat(finding.changed()).isPositive();
      assertThat(finding.doubled()).isLessThanOrEqualTo(kills * classes);
    }
  }
}
