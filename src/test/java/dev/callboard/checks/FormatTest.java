package dev.callboard.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatTest {

  private static final int LONGEST = 400;

  @Test
  void everySource_isFormatted() {
    assertThat(Sources.format("--dry-run"))
        .as("files to format; mend them with: mvn -q -Pformat test-compile exec:exec")
        .isEmpty();
  }

  @Test
  void noSource_isLongerThanOneIdea() throws IOException {
    List<String> longFiles = new ArrayList<>();
    for (Path file : Sources.java()) {
      int lines = Files.readAllLines(file).size();
      if (lines > LONGEST) {
        longFiles.add(file + ": " + lines + " lines (expected: " + LONGEST + " at most)");
      }
    }
    assertThat(longFiles).isEmpty();
  }
}
