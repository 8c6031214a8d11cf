package dev.callboard.plan;

import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.Reading.Severity;
import java.util.ArrayList;
import java.util.List;

/** What {@code callboard check PLAN} prints. */
public final class CheckReport {

  private CheckReport() {}

  public static List<String> lines(String key, Reading reading) {
    List<Finding> findings = reading.findings();
    if (findings.isEmpty()) {
      return List.of(key + ": nothing to mend");
    }
    List<String> lines = new ArrayList<>();
    lines.add(key + ": " + (findings.size() == 1 ? "1 thing" : findings.size() + " things"));
    for (Finding finding : findings) {
      lines.add("  " + (finding.severity() == Severity.MISTAKE ? "mend  " : "look  ") + finding);
    }
    return lines;
  }
}
