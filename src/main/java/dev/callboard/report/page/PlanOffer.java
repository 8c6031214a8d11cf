package dev.callboard.report.page;

import java.util.List;
import java.util.Set;

/**
 * What a digest's page offers to make of its proposals.
 *
 * @param segments keys of those whose proposals can be taken over; empty when nothing can be made
 * @param remarks sentences, without a full stop, on why others cannot
 * @param warnings what is to be looked at when all are taken over
 * @param version number of the plan's version that would be made
 * @param changes the changed segments when all are taken over, as YAML, for whoever may not have
 *     the plan's file; empty for whoever may
 */
public record PlanOffer(
    Set<String> segments,
    List<String> remarks,
    List<String> warnings,
    int version,
    String changes) {

  public static final PlanOffer NOTHING = new PlanOffer(Set.of(), List.of(), List.of(), 0, "");

  public PlanOffer {
    segments = Set.copyOf(segments);
    remarks = List.copyOf(remarks);
    warnings = List.copyOf(warnings);
  }

  /** Whether the plan's file itself can be had. */
  boolean whole() {
    return changes.isEmpty();
  }
}
