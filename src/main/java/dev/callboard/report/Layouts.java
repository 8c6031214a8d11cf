package dev.callboard.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The layouts of a folder, one a file; read when they are asked for, which is seldom. */
public final class Layouts {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final String ENDING = ".yaml";

  private final Path folder;

  public Layouts(Path folder) {
    this.folder = folder;
  }

  /** Names of all layouts, sound or not, in alphabetical order. */
  public List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    } catch (IOException noFolder) {
      return List.of();
    }
  }

  public Optional<LayoutReading> read(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    String file = name + ENDING;
    try (InputStream in = Files.newInputStream(folder.resolve(file))) {
      return Optional.of(LayoutReader.read(name, file, in.readNBytes(LayoutReader.LARGEST + 1)));
    } catch (NoSuchFileException notThere) {
      return Optional.empty();
    } catch (IOException exception) {
      return Optional.of(
          LayoutReader.refused(file, 0, "cannot be read (expected: a readable file)"));
    }
  }
}
