package dev.callboard.plan.table;

import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.Reading.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found in a table, counted without end but kept only as far as anybody would read. */
public final class TableFindings {

  private static final int KEPT = 1_000;

  private final String file;
  private final List<Finding> kept = new ArrayList<>();
  private int dropped;
  private Severity worstDropped = Severity.WARNING;
  private boolean mistaken;

  public TableFindings(String file) {
    this.file = file;
  }

  public void mistake(int line, String message) {
    mistaken = true;
    add(Severity.MISTAKE, line, message);
  }

  public void warning(int line, String message) {
    add(Severity.WARNING, line, message);
  }

  private void add(Severity severity, int line, String message) {
    if (kept.size() < KEPT) {
      kept.add(new Finding(severity, file, line, message));
    } else {
      dropped++;
      worstDropped = severity == Severity.MISTAKE ? severity : worstDropped;
    }
  }

  /** Whether more can be kept; hints that are dear to find are not looked for any more. */
  public boolean full() {
    return kept.size() >= KEPT;
  }

  public boolean mistaken() {
    return mistaken;
  }

  /** By line. */
  public List<Finding> all() {
    List<Finding> sorted = new ArrayList<>(kept);
    sorted.sort(Comparator.comparingInt(Finding::line));
    if (dropped > 0) {
      sorted.add(new Finding(worstDropped, file, 0, "and " + dropped + " more"));
    }
    return sorted;
  }
}
