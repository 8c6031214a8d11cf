package dev.callboard.plan;

/** What somebody is in a class. */
public enum Role {
  PRODUCER,
  FACILITATOR,
  DESIGNER,
  LEARNER,
  /** Nobody the plan names. */
  STRANGER;

  /** The word for people. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether the role belongs to those who may read backstage. */
  public boolean team() {
    return this == PRODUCER || this == FACILITATOR || this == DESIGNER;
  }
}
