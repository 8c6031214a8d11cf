package dev.callboard.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class NeedsTest {

  @TempDir Path folder;

  @Test
  void whatIsThere_isGivenOn() {
    assertThat(Needs.orLeaveOut(Optional.of("it"), "Nothing", "")).isEqualTo("it");
    assertThat(Needs.find("no-such-program-here", "sh")).isPresent();
    assertThat(Needs.find("no-such-program-here")).isEmpty();
  }

  @Test
  void whatIsMissing_isNotedAndLeftOut() throws IOException {
    Path notes = folder.resolve("made/left-out.txt");

    assertThat(Needs.missing("A was left out. Install it.", false, notes))
        .isInstanceOf(TestAbortedException.class);
    Needs.missing("B was left out. Install it.", false, notes);

    assertThat(Files.readString(notes))
        .isEqualTo("A was left out. Install it.\nB was left out. Install it.\n");
  }

  @Test
  void whatIsMissingInCi_failsTheBuild() {
    assertThatThrownBy(() -> Needs.missing("A was left out.", true, folder.resolve("x")))
        .isInstanceOf(AssertionError.class)
        .hasMessage("A was left out.");
    assertThat(folder.resolve("x")).doesNotExist();
  }
}
