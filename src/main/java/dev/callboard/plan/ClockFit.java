package dev.callboard.plan;

import dev.callboard.plan.Reading.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whether the segments of a plan fit its slot and its fixed times, for readers who may not know the
 * people in it: nothing but its times is looked at.
 */
public final class ClockFit {

  private ClockFit() {}

  /** Sentences on what does not fit; none of a text that is no plan. */
  public static List<String> of(String yaml) {
    try {
      Spot root = YamlDocument.read("plan", yaml.getBytes(StandardCharsets.UTF_8)).root();
      Findings findings = new Findings("plan", new Lines(0));
      new ClockLint(root, findings).check();
      return findings.sorted().stream().map(Finding::message).toList();
    } catch (Unreadable noPlan) {
      return List.of();
    }
  }
}
