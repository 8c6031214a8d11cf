package dev.callboard.plan;

import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.Reading.Severity;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a plan and says everything that is wrong with it at once, each with its line. Whatever the
 * bytes, it returns. Thread-safe.
 */
public final class PlanReader {

  private static final int LARGEST = 1024 * 1024;

  private final SchemaCheck schema = new SchemaCheck();

  /**
   * Reads one file.
   *
   * @param key what the plan is called
   * @param file how findings name the file
   */
  public Reading read(String key, String file, byte[] bytes) {
    if (bytes.length > LARGEST) {
      return broken(file, 0, "the file has " + bytes.length + " bytes (expected: 1 MiB at most)");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return read(key, file, YamlTree.parse(text));
    } catch (CharacterCodingException exception) {
      return broken(file, 0, "the file is not UTF-8 (expected: text in UTF-8)");
    } catch (YamlTree.Unreadable exception) {
      return broken(file, exception.line(), exception.reason());
    }
  }

  private Reading read(String key, String file, YamlTree.Tree tree) {
    List<Finding> findings = schema.findings(file, tree);
    if (findings.isEmpty()) {
      PlanLint lint = new PlanLint(key, file, tree);
      findings = lint.findings();
      if (findings.stream().noneMatch(found -> found.severity() == Severity.MISTAKE)) {
        return new Reading(lint.plan(), sorted(findings));
      }
    }
    return new Reading(null, sorted(findings));
  }

  private static List<Finding> sorted(List<Finding> findings) {
    return findings.stream()
        .sorted(Comparator.comparing(Finding::severity).thenComparingInt(Finding::line))
        .toList();
  }

  private static Reading broken(String file, int line, String message) {
    return new Reading(null, List.of(new Finding(Severity.MISTAKE, file, line, message)));
  }
}
