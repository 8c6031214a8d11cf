package dev.callboard.plan;

import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.Reading.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plan and says everything that is wrong with it at once, each with its line. Whatever the
 * bytes, it returns. Thread-safe.
 */
public final class PlanReader {

  /** The most bytes a plan may have. */
  static final int LARGEST = 1024 * 1024;

  private final SchemaCheck schema = SchemaCheck.ofPlans();
  private final Clients clients = new Clients();
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
    return read(key, file, bytes, null);
  }

  /**
   * Reads one file of a folder, beside which clients may have theirs.
   *
   * @param folder that of the plans; null when there is none
   */
  public Reading read(String key, String file, byte[] bytes, @Nullable Path folder) {
    if (bytes.length > LARGEST) {
      return refused(file, 0, "the file is larger than 1 MiB (expected: a plan)");
    }
    try {
      return read(key, YamlDocument.read(file, bytes), folder);
    } catch (Unreadable unreadable) {
      return refused(file, unreadable.line(), unreadable.reason());
    }
  }

  private Reading read(String key, YamlDocument document, @Nullable Path folder) {
    Findings findings = document.findings();
    schema.check(document.root().node(), findings);
    Spot root = document.root();
    PlanLint.check(key, root, findings);
    RightsLint.check(root, words, findings);
    String name = root.text("client").filter(ClientFolder::isKey).orElse("");
    if (findings.mistaken()) {
      return new Reading(null, name, findings.sorted());
    }
    Clients.Result client =
        folder == null || name.isEmpty() ? Clients.Result.NONE : clients.read(folder, name);
    List<Finding> all = new ArrayList<>(findings.sorted());
    all.addAll(client.findings());
    Plan plan = client.mistaken() ? null : new PlanParser(key, root, client.client()).plan();
    return new Reading(plan, name, all);
  }

  static Reading refused(String file, int line, String message) {
    return new Reading(null, "", List.of(new Finding(Severity.MISTAKE, file, line, message)));
  }
}
