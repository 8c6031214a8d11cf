import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the packaged server once, as whoever unpacks it will, and keeps what the JVM learned in an
 * AOT cache. So it is also the first test of the tree: a server that does not start, or does not
 * answer, ends the build.
 */
class Training {

  /** The JVM digests what it learned after the server has stopped. */
  private static final int DIGESTION_SECONDS = 180;

  private static final String CACHE = "callboard.aot";

  private final Path home;
  private final Path folder;
  private final Path log;

  private Training(Path home, Path folder) {
    this.home = home;
    this.folder = folder;
    this.log = folder.resolve("log.txt");
  }

  /**
   * Trains the tree.
   *
   * @param folder where the server works meanwhile; its log stays there
   */
  static void run(Path home, Path folder) throws IOException, InterruptedException {
    Package.remove(folder);
    Files.createDirectories(folder);
    new Training(home, folder).run();
  }

  private void run() throws IOException, InterruptedException {
    Path cache = home.resolve("runtime").resolve(CACHE);
    Files.deleteIfExists(cache);
    try (Platforms platforms = new Platforms()) {
      int port = freePort();
      Process server = start(platforms.settings(port));
      try {
        new Visit(port, server::isAlive).everything();
      } catch (IOException | IllegalStateException trouble) {
        throw new IllegalStateException(trouble.getMessage() + "; its log is " + log, trouble);
      } finally {
        server.destroy(); // SIGTERM: the JVM writes the cache as it ends
        if (!server.waitFor(DIGESTION_SECONDS, TimeUnit.SECONDS)) {
          server.destroyForcibly();
        }
      }
    }
    Path made = folder.resolve(CACHE);
    if (!Files.exists(made)) {
      throw new IllegalStateException("the JVM wrote no AOT cache; its log is " + log);
    }
    Files.move(made, cache);
  }

  /** Only these settings hold, whatever the environment of the build says. */
  private Process start(Map<String, String> settings) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("bin/callboard").toString(), "serve")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("CALLBOARD_"));
    builder.environment().put("JAVA_OPTS", "-XX:AOTCacheOutput=" + CACHE + " -Xlog:aot=error");
    builder.environment().putAll(settings);
    return builder.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
