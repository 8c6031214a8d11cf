import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Gives the tree in {@code target/callboard} its own Java: a run-time image with only the modules
 * Callboard uses, SQLite's library for this machine, and an AOT cache made by running the server
 * once. Run by Maven at {@code package} with the JDK of the toolchain.
 */
class Package {

  public static void main(String[] args) throws InterruptedException {
    Path home = Path.of(args[0]).toAbsolutePath();
    try {
      Image.link(home.resolve("runtime"));
      SqliteLibrary.unpack(home.resolve("lib"));
      Training.run(home, home.resolveSibling("training"));
    } catch (IOException | IllegalStateException trouble) {
      System.err.println("The tree in " + home + " is not finished: " + trouble.getMessage());
      System.exit(1);
    }
  }

  /** Removes a folder with all that is in it, if it is there. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList().reversed()) {
        Files.delete(file);
      }
    }
  }
}
