package dev.callboard.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Programs from npm that tests use, installed once under {@code target/npm}. */
public final class Npm {

  private static final Path FOLDER = Path.of("target/npm").toAbsolutePath();

  private static final int LONGEST_SECONDS = 240;

  private Npm() {}

  /**
   * Installs packages, unless they are there: for one at a time, for all look into one folder.
   *
   * @param what what cannot be tested without them, as a build's last lines begin
   * @param packages as npm writes them, with their version
   * @return the folder that holds {@code node_modules}
   */
  public static synchronized Path install(String what, String... packages) throws IOException {
    Path npm = Needs.program(what, "It needs Node: install it together with npm.", "npm");
    Path folder = FOLDER.resolve(packages[0].replaceAll("[^a-z0-9.]+", "-"));
    Path done = folder.resolve("done");
    if (Files.exists(done)) {
      return folder;
    }
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>();
    command.addAll(List.of(npm.toString(), "install", "--no-audit", "--no-fund", "--prefix", "."));
    command.addAll(List.of(packages));
    Optional<String> trouble = trouble(command, folder);
    if (trouble.isPresent()) {
      return Needs.orLeaveOut(
          Optional.empty(),
          what,
          "It needs npm's registry, and npm said: " + Needs.sentence(trouble.get()));
    }
    Files.createFile(done);
    return folder;
  }

  /** Runs a command in a folder; what it complained of first, if it failed. */
  static Optional<String> trouble(List<String> command, Path folder) throws IOException {
    Path log = folder.resolve("npm.log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
        return Optional.empty();
      }
      process.destroyForcibly();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    List<String> lines = Files.readAllLines(log);
    return lines.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).contains("err"))
        .findFirst()
        .or(() -> Optional.of("nothing for " + LONGEST_SECONDS + " s"));
  }
}
