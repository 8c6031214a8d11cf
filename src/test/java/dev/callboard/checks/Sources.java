package dev.callboard.checks;

import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The project's Java files, and google-java-format run over them. */
public final class Sources {

  private Sources() {}

  /** Formats all sources in place: {@code mvn -q -Pformat test-compile exec:exec}. */
  public static void main(String[] args) {
    String complaints = format("--replace");
    if (!complaints.isBlank()) {
      System.err.println(complaints);
      System.exit(1);
    }
  }

  static List<Path> java() {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** Runs the formatter; what it prints: names of files that are not formatted, or mistakes. */
  static String format(String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    java().forEach(file -> arguments.add(file.toString()));
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    try {
      new Main(writer, writer, System.in).format(arguments.toArray(String[]::new));
    } catch (Exception wrongOptions) { // its own type is not public
      throw new IllegalStateException(wrongOptions);
    }
    writer.flush();
    return said.toString();
  }
}
