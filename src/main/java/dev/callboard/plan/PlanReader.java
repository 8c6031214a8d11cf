package dev.callboard.plan;

import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.Reading.Severity;
import java.util.List;
import java.util.Set;

/**
 * Reads a plan and says everything that is wrong with it at once, each with its line. Whatever the
 * bytes, it returns. Thread-safe.
 */
public final class PlanReader {

  /** The most bytes a plan may have. */
  static final int LARGEST = 1024 * 1024;

  private final SchemaCheck schema = new SchemaCheck();
  private final Set<String> words;

  /**
   * @param words all command words, for a plan may let people use some of them
   */
  public PlanReader(Set<String> words) {
    this.words = Set.copyOf(words);
  }

  /**
   * Reads one file.
   *
   * @param key what the plan is called
   * @param file how findings name the file
   */
  public Reading read(String key, String file, byte[] bytes) {
    if (bytes.length > LARGEST) {
      return refused(file, 0, "the file is larger than 1 MiB (expected: a plan)");
    }
    try {
      return read(key, YamlDocument.read(file, bytes));
    } catch (Unreadable unreadable) {
      return refused(file, unreadable.line(), unreadable.reason());
    }
  }

  private Reading read(String key, YamlDocument document) {
    Findings findings = document.findings();
    schema.check(document.root().node(), findings);
    Spot root = document.root();
    PlanLint.check(key, root, findings);
    RightsLint.check(root, words, findings);
    return new Reading(
        findings.mistaken() ? null : new PlanParser(key, root).plan(), findings.sorted());
  }

  static Reading refused(String file, int line, String message) {
    return new Reading(null, List.of(new Finding(Severity.MISTAKE, file, line, message)));
  }
}
