package dev.callboard.report.digest;

import dev.callboard.report.Plain;
import java.util.List;

/**
 * The changed segments of a new version of a plan, as YAML to be taken over by hand. It is made of
 * proposals alone, which are on the digest's page, and not of the plan's file: whatever else that
 * has, such as people, comments and cues, cannot be in it.
 */
public final class PlanChanges {

  private PlanChanges() {}

  /**
   * The text.
   *
   * @param plan what the plan is called
   * @param version number of the version that has these changes
   * @param proposals what changes, in the order of the plan
   */
  public static String yaml(String plan, int version, List<Proposal> proposals) {
    StringBuilder text = new StringBuilder();
    text.append("# Version ").append(version).append(" of ").append(plan);
    text.append(": these minutes, and nothing else changed.\nsegments:\n");
    for (Proposal proposal : proposals) {
      text.append("  - title: ").append(quoted(proposal.title()));
      text.append("\n    key: ").append(quoted(proposal.segment()));
      text.append("\n    minutes: ").append(proposal.proposed());
      text.append(" # not ").append(proposal.planned()).append('\n');
    }
    return text.toString();
  }

  /** In quotes whatever it says, for a title may look like anything. */
  private static String quoted(String title) {
    String line = title.replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
    return '"' + Plain.of(line).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
