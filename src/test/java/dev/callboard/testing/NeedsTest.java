package dev.callboard.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  void whatAProgramSaid_becomesASentence() {
    assertThat(Needs.sentence("npm error code ENOTFOUND\nmore"))
        .isEqualTo("Npm error code ENOTFOUND.");
    assertThat(Needs.sentence("\nIt is gone.")).isEqualTo("It is gone.");
    assertThat(Needs.sentence(null)).isEqualTo("Nothing.");
  }

  @Test
  void installationThatFails_tellsItsFirstComplaint() throws IOException {
    List<String> offline =
        List.of("sh", "-c", "echo trying; echo npm error code ENOTFOUND >&2; echo more; exit 1");

    assertThat(Npm.trouble(offline, folder)).contains("npm error code ENOTFOUND");
    assertThat(Npm.trouble(List.of("sh", "-c", "exit 1"), folder)).isPresent();
    assertThat(Npm.trouble(List.of("true"), folder)).isEmpty();
  }

  @Test
  void whatIsMissingInCi_failsTheBuild() {
    assertThatThrownBy(() -> Needs.missing("A was left out.", true, folder.resolve("x")))
        .isInstanceOf(AssertionError.class)
        .hasMessage("A was left out.");
    assertThat(folder.resolve("x")).doesNotExist();
  }
}
