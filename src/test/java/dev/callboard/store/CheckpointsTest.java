package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.util.DriverDataSource;
import dev.callboard.testing.LogLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("reads all that is logged")
class CheckpointsTest {

  private static final int AN_HOUR = 3600;
  private static final int FIVE_MINUTES = 300;

  @Test
  void diskThatIsGone_isTriedEachSecondAndComplainedOfNowAndThen() {
    FailingSource gone = new FailingSource(new CountDownLatch(0));
    try (Checkpoints checkpoints = new Checkpoints(gone);
        LogLines log = LogLines.keep()) {
      for (int i = 0; i < AN_HOUR; i++) {
        checkpoints.copy();
      }

      assertThat(gone.calls()).isGreaterThanOrEqualTo(AN_HOUR);
      List<String> complaints = complaints(log);
      assertThat(complaints.getFirst()).contains("no checkpoint: no route to host");
      assertThat(complaints).hasSizeBetween(6, 12);
    }
  }

  @Test
  void diskThatIsBack_isToldOfOnce_andItsNextLossInItsTime(@TempDir Path folder) throws Exception {
    Path home = folder.resolve("home");
    DataSource source =
        new DriverDataSource(
            "jdbc:sqlite:" + home.resolve("c.db"), null, new Properties(), null, null);
    try (Checkpoints checkpoints = new Checkpoints(source);
        LogLines log = LogLines.keep()) {
      checkpoints.copy();
      checkpoints.copy();
      assertThat(complaints(log)).hasSize(1);

      Files.createDirectory(home);
      checkpoints.copy();
      checkpoints.copy();
      assertThat(log.lines()).filteredOn(line -> line.contains("checkpoints again")).hasSize(1);

      Files.delete(home.resolve("c.db"));
      Files.delete(home);
      checkpoints.copy();
      assertThat(complaints(log)).as("not every second").hasSize(1);
      for (int i = 0; i < FIVE_MINUTES; i++) {
        checkpoints.copy();
      }
      assertThat(complaints(log)).hasSize(2);
    }
  }

  private static List<String> complaints(LogLines log) {
    return log.lines().stream().filter(line -> line.contains("no checkpoint")).toList();
  }
}
