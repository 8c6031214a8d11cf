package dev.callboard.plan;

import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.Reading.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found in one file so far. Not thread-safe. */
public final class Findings {

  private static final int MOST = 200;

  private final String file;
  private final Lines lines;
  private final Set<Finding> found = new LinkedHashSet<>();

  Findings(String file, Lines lines) {
    this.file = file;
    this.lines = lines;
  }

  /** Something that makes the plan unusable, at a JSON pointer. */
  public void mistake(String pointer, String message) {
    add(Severity.MISTAKE, lines.at(pointer), message);
  }

  /** Something the author should look at. */
  public void warning(String pointer, String message) {
    add(Severity.WARNING, lines.at(pointer), message);
  }

  void add(Severity severity, int line, String message) {
    found.add(new Finding(severity, file, line, message));
  }

  public boolean mistaken() {
    return found.stream().anyMatch(finding -> finding.severity() == Severity.MISTAKE);
  }

  /** Mistakes first, each kind by line; of very many, the first. */
  public List<Finding> sorted() {
    List<Finding> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparing(Finding::severity).thenComparingInt(Finding::line));
    if (sorted.size() <= MOST) {
      return sorted;
    }
    List<Finding> first = new ArrayList<>(sorted.subList(0, MOST));
    String rest = "and " + (sorted.size() - MOST) + " more";
    first.add(new Finding(sorted.get(MOST).severity(), file, sorted.get(MOST).line(), rest));
    return first;
  }
}
