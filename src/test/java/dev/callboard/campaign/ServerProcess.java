package dev.callboard.campaign;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code callboard serve} as a process of its own, on the classes under test and any free port. */
final class ServerProcess {

  private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)/");

  private final Process process;
  private final CompletableFuture<OptionalInt> port = new CompletableFuture<>();

  private ServerProcess(Process process) {
    this.process = process;
    Thread.ofVirtual().name("server-output").start(this::listen);
  }

  /**
   * Starts it; returns before it is ready.
   *
   * @param settings by the names of their environment variables
   * @param log gets what the server says on standard error
   */
  static ServerProcess start(Map<String, String> settings, Path log) {
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().keySet().removeIf(name -> name.startsWith("CALLBOARD_"));
    builder.environment().putAll(settings);
    builder.environment().put("CALLBOARD_SERVER_PORT", "0");
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return new ServerProcess(builder.start());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static List<String> command() {
    String java = ProcessHandle.current().info().command().orElseThrow();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return List.of(
        java,
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-cp",
        classes,
        "dev.callboard.Main",
        "serve");
  }

  private void listen() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        Matcher address = ADDRESS.matcher(line);
        if (address.find()) {
          port.complete(OptionalInt.of(Integer.parseInt(address.group(1))));
        }
      }
    } catch (IOException killed) {
      // as meant; what was not said by then is not waited for
    } finally {
      port.complete(OptionalInt.empty());
    }
  }

  /** Waits until it listens. */
  int port() throws InterruptedException {
    try {
      return port.get(2, TimeUnit.MINUTES)
          .orElseThrow(() -> new AssertionError("the server ended before it was ready"));
    } catch (ExecutionException | TimeoutException notReady) {
      throw new AssertionError("server: not ready (expected: in two minutes)", notReady);
    }
  }

  /** SIGKILL: it gets no chance to end anything. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** SIGTERM, as whoever runs it stops it. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
