import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** A Java run-time image with the modules that Callboard and its libraries use. */
class Image {

  /** What the jars use, directly or by reflection. */
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.compiler", // Flyway and Guava name its annotations
          "java.desktop", // reports: outlines of texts, PNG, and the renderer of PDF
          "java.instrument",
          "java.logging",
          "java.management", // HikariCP, Helidon
          "java.naming", // data sources; TLS certificates' names
          "java.net.http", // the schema validator
          "java.security.jgss", // PostgreSQL
          "java.security.sasl", // PostgreSQL
          "java.sql",
          "java.transaction.xa",
          "java.xml",
          "jdk.crypto.ec",
          "jdk.jfr", // Helidon, Jdbi; and recordings of a running server
          "jdk.management",
          "jdk.unsupported", // Caffeine, SQLite, Guava
          "jdk.zipfs");

  private static final List<String> OPTIONS =
      List.of(
          "--strip-java-debug-attributes",
          "--no-header-files",
          "--no-man-pages",
          "--compress=zip-6");

  private Image() {}

  /** Makes the image, unless it is there and was made of the same things. */
  static void link(Path runtime) throws IOException {
    String madeOf = Runtime.version() + "\n" + MODULES + "\n" + OPTIONS + "\n";
    Path note = runtime.resolve("made-of.txt");
    if (Files.exists(note) && Files.readString(note).equals(madeOf)) {
      return;
    }
    Package.remove(runtime);
    run(runtime);
    Files.writeString(note, madeOf);
  }

  private static void run(Path runtime) {
    ToolProvider jlink =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IllegalStateException("there is no jlink in this JDK"));
    PrintWriter said = new PrintWriter(System.err, true);
    List<String> arguments = new ArrayList<>(OPTIONS);
    arguments.addAll(List.of("--add-modules", String.join(",", MODULES)));
    arguments.addAll(List.of("--output", runtime.toString()));
    int exit = jlink.run(said, said, arguments.toArray(String[]::new));
    if (exit != 0) {
      throw new IllegalStateException("jlink ended with " + exit + " (expected: 0)");
    }
  }
}
