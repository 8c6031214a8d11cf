package dev.callboard.session.attendance;

import java.util.Locale;

/** What a learner's attendance comes to, the gravest word that fits. */
public enum Status {
  PRESENT,
  LATE,
  LEFT_EARLY,
  /** There, but for less than the policy wants. */
  PARTIAL,
  ABSENT,
  /** Not here yet; only while the class may still begin for them. */
  MISSING,
  /** Excused by hand. */
  EXCUSED;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
