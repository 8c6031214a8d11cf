package dev.callboard.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFolderTest {

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String title(PlanFolder plans, String key) {
    return plans.read(key).orElseThrow().usable().orElseThrow().title();
  }

  @Test
  void keys_areThoseOfFilesThatCanBeTyped() throws IOException {
    for (String name : new String[] {"b.yaml", "a.yml", "a.yaml", "x.txt", "UP.yaml", ".h.yaml"}) {
      write(name, PlanTexts.SOUND);
    }

    assertThat(new PlanFolder(folder, Set.of()).keys()).containsExactly("a", "b");
    assertThat(new PlanFolder(folder.resolve("none"), Set.of()).keys()).isEmpty();
  }

  @Test
  void badPlan_hindersNoOther() throws IOException {
    write("bad.yaml", "title: [");
    write("good.yaml", PlanTexts.SOUND);
    PlanFolder plans = new PlanFolder(folder, Set.of());

    assertThat(plans.keys()).containsExactly("bad", "good");
    assertThat(plans.read("bad").orElseThrow().usable()).isEmpty();
    assertThat(title(plans, "good")).isEqualTo("A class");
  }

  @Test
  void editedPlan_isReadAgain() throws IOException {
    write("a.yml", PlanTexts.SOUND);
    PlanFolder plans = new PlanFolder(folder, Set.of());
    assertThat(title(plans, "a")).isEqualTo("A class");

    write("a.yml", PlanTexts.SOUND.replace("A class", "Another class"));

    assertThat(title(plans, "a")).isEqualTo("Another class");
  }

  @Test
  void editOfTheSameLength_isSeenByItsTime() throws IOException {
    Path file = write("a.yaml", PlanTexts.SOUND);
    PlanFolder plans = new PlanFolder(folder, Set.of());
    assertThat(title(plans, "a")).isEqualTo("A class");

    write("a.yaml", PlanTexts.SOUND.replace("A class", "B class"));
    Files.setLastModifiedTime(file, FileTime.fromMillis(86_400_000));

    assertThat(title(plans, "a")).isEqualTo("B class");
  }

  @Test
  void unchangedPlan_isNotReadAgain() throws IOException {
    write("a.yaml", PlanTexts.SOUND);
    PlanFolder plans = new PlanFolder(folder, Set.of());

    assertThat(plans.read("a").orElseThrow()).isSameAs(plans.read("a").orElseThrow());
  }

  @Test
  void deletedPlan_isGone() throws IOException {
    Path file = write("a.yaml", PlanTexts.SOUND);
    PlanFolder plans = new PlanFolder(folder, Set.of());
    assertThat(plans.read("a")).isPresent();

    Files.delete(file);

    assertThat(plans.read("a")).isEmpty();
  }

  @Test
  void fileThatCannotBeRead_saysSo() throws IOException {
    Files.createDirectory(folder.resolve("a.yaml"));

    assertThat(new PlanFolder(folder, Set.of()).read("a").orElseThrow().findings())
        .singleElement()
        .hasToString("a.yaml: cannot be read (expected: a readable file)");
  }

  @Test
  void hugeFile_isRefusedWithoutBeingReadWhole() throws IOException {
    try (var file = new RandomAccessFile(folder.resolve("a.yaml").toFile(), "rw")) {
      file.setLength(1L << 40); // a terabyte of nothing
    }

    assertThat(new PlanFolder(folder, Set.of()).read("a").orElseThrow().findings())
        .singleElement()
        .hasToString("a.yaml: the file is larger than 1 MiB (expected: a plan)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../a", "..", "", "/etc/passwd", "a/../a", "A", "a.yaml", "a\u0000", "-a"})
  void keyThatIsNone_leadsNowhere(String key) throws IOException {
    Files.createDirectory(folder.resolve("inner"));
    write("a.yaml", PlanTexts.SOUND);

    assertThat(new PlanFolder(folder.resolve("inner"), Set.of()).read(key)).isEmpty();
    assertThat(new PlanFolder(folder, Set.of()).read(key)).isEmpty();
  }
}
