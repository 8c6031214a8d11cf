package dev.callboard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.opentest4j.TestAbortedException;

/**
 * What some tests need and some machines lack. Where it is missing the test is left out, and the
 * last lines of {@code mvn verify} say so and how to have it; in CI, where nothing may be left out,
 * the test fails instead.
 */
public final class Needs implements LauncherSessionListener {

  private static final Path LEFT_OUT = Path.of("target", "left-out.txt");

  /** Only its listener's side needs to be built, by JUnit. */
  public Needs() {}

  /**
   * A program that is on the path.
   *
   * @param what is left out without it, such as {@code "The browser test"}
   * @param how to have it, in one sentence
   * @param names any of which will do
   */
  public static Path program(String what, String how, String... names) {
    return orLeaveOut(find(names), what, how);
  }

  /** The first of these programs that is on the path. */
  public static Optional<Path> find(String... names) {
    List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(":", -1));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What was found; without it the calling test ends here. */
  public static <T> T orLeaveOut(Optional<T> found, String what, String how) {
    return found.orElseGet(() -> {
      String line = what + " was left out. " + how;
      throw missing(line, "true".equals(System.getenv("CI")), LEFT_OUT);
    });
  }

  /** The first line of what a program said, as a sentence. */
  static String sentence(@Nullable String told) {
    String line = told == null ? "" : told.strip().lines().findFirst().orElse("").strip();
    if (line.isEmpty()) {
      return "Nothing.";
    }
    String capital = Character.toUpperCase(line.charAt(0)) + line.substring(1);
    return capital.endsWith(".") ? capital : capital + ".";
  }

  /** Fails the build where all must be there, else notes the line and only ends the test. */
  static RuntimeException missing(String line, boolean allMustBeThere, Path notes) {
    if (allMustBeThere) {
      throw new AssertionError(line);
    }
    try {
      Files.createDirectories(notes.toAbsolutePath().getParent());
      Files.writeString(notes, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TestAbortedException(line);
  }

  /** A new run starts with nothing left out. */
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      Files.deleteIfExists(LEFT_OUT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints what the last run left out, as the last thing that {@code mvn verify} does. */
  public static void main(String[] args) throws IOException {
    if (Files.exists(LEFT_OUT)) {
      System.out.println();
      new LinkedHashSet<>(Files.readAllLines(LEFT_OUT)).forEach(System.out::println);
    }
  }
}
