package dev.callboard.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a plan.
 *
 * @param plan null when a mistake makes it unusable
 * @param client whose class it is, by its short name; empty for nobody's in particular, and when
 *     that cannot be read
 */
public record Reading(@Nullable Plan plan, String client, List<Finding> findings) {

  public Reading {
    findings = List.copyOf(findings);
  }

  public Optional<Plan> usable() {
    return Optional.ofNullable(plan);
  }

  /**
   * Something the author should look at.
   *
   * @param line counted from 1; 0 when it concerns the whole file
   * @param message value and expectation: {@code segments[2].minutes: banana (expected: a number of
   *     minutes from 1 to 480)}
   */
  public record Finding(Severity severity, String file, int line, String message) {
    @Override
    public String toString() {
      return file + (line == 0 ? ": " : ":" + line + ": ") + message;
    }
  }

  /** Whether the plan can be used all the same. */
  public enum Severity {
    MISTAKE,
    WARNING
  }
}
