package dev.callboard.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs from npm that tests use, installed once under {@code target/npm}. */
public final class Npm {

  private static final Path FOLDER = Path.of("target/npm").toAbsolutePath();

  private Npm() {}

  /**
   * Installs packages, unless they are there.
   *
   * @param what what cannot be tested without them, in words for a build's last lines
   * @param packages as npm writes them, with their version
   * @return the folder that holds {@code node_modules}
   */
  public static Path install(String what, String... packages) throws IOException {
    Path npm = Needs.program(what, "install Node with npm", "npm");
    Path folder = FOLDER.resolve(packages[0].replaceAll("[^a-z0-9.]+", "-"));
    Path done = folder.resolve("done");
    if (Files.exists(done)) {
      return folder;
    }
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>();
    command.addAll(List.of(npm.toString(), "install", "--no-audit", "--no-fund", "--prefix", "."));
    command.addAll(List.of(packages));
    Path log = folder.resolve("npm.log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(240, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("npm install failed:\n" + Files.readString(log));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    Files.createFile(done);
    return folder;
  }
}
