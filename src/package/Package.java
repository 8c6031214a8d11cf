import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives the tree in {@code target/callboard} its own Java: a run-time image with only the modules
 * Callboard uses, and an AOT cache made by running the server once. Run by Maven at {@code package}
 * with the JDK of the toolchain.
 */
class Package {

  /**
   * What the jars use, directly or by reflection: sql and naming for the databases, management for
   * HikariCP and Helidon, jfr for Helidon, unsupported for Caffeine and SQLite, jgss and sasl for
   * PostgreSQL, scripting-free and without a desktop.
   */
  private static final String MODULES =
      "java.base,java.compiler,java.instrument,java.logging,java.management,java.naming,java.net.http,"
          + "java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml,"
          + "jdk.crypto.ec,jdk.jfr,jdk.management,jdk.unsupported,jdk.zipfs";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]).toAbsolutePath();
    Path runtime = home.resolve("runtime");
    if (!Files.exists(runtime.resolve("bin/java"))) {
      image(runtime);
    }
    train(home, runtime);
  }

  private static void image(Path runtime) {
    ToolProvider jlink =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IllegalStateException("jlink is not in this JDK"));
    int exit =
        jlink.run(
            new PrintWriter(System.out, true),
            new PrintWriter(System.err, true),
            "--add-modules",
            MODULES,
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages",
            "--compress=zip-6",
            "--output",
            runtime.toString());
    if (exit != 0) {
      throw new IllegalStateException("jlink ended with " + exit + " (expected: 0)");
    }
  }

  /** Starts the server as bin/callboard will, uses it a little, and keeps what the JVM learned. */
  private static void train(Path home, Path runtime) throws Exception {
    Path scratch = Files.createTempDirectory("callboard-training");
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(runtime.resolve("bin/java").toString());
    command.add("-XX:AOTCacheOutput=" + runtime.resolve("callboard.aot"));
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+UseCompactObjectHeaders");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Dcallboard.home=" + home);
    command.add("-cp");
    command.add(home.resolve("lib").resolve("*").toString());
    command.add("dev.callboard.Main");
    command.add("serve");
    ProcessBuilder builder = new ProcessBuilder(command).directory(scratch.toFile());
    builder.environment().put("CALLBOARD_SERVER_PORT", Integer.toString(port));
    File log = scratch.resolve("log.txt").toFile();
    builder.redirectErrorStream(true).redirectOutput(log);
    Process server = builder.start();
    try {
      visit(server, port, log.toPath());
    } finally {
      server.destroy(); // SIGTERM: the JVM writes the cache as it ends
    }
    if (!server.waitFor(120, TimeUnit.SECONDS)
        || !Files.exists(runtime.resolve("callboard.aot"))) {
      throw new IllegalStateException("no AOT cache was written:\n" + Files.readString(log.toPath()));
    }
    delete(scratch);
  }

  private static void visit(Process server, int port, Path log) throws Exception {
    URI base = URI.create("http://127.0.0.1:" + port);
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (status(client, base.resolve("/health/ready")) != 200) {
        if (!server.isAlive() || System.nanoTime() > end) {
          throw new IllegalStateException("the server did not start:\n" + Files.readString(log));
        }
        Thread.sleep(50);
      }
      for (String page : List.of("/", "/health/live", "/metrics")) {
        status(client, base.resolve(page));
      }
    }
  }

  private static int status(HttpClient client, URI uri) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.collect(Collectors.toList()).reversed()) {
        Files.delete(file);
      }
    }
  }
}
