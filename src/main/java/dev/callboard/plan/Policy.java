package dev.callboard.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * By what rules a learner counts as present.
 *
 * @param lateAfter so long after the beginning somebody who first joins is late
 * @param earlyBefore so long before the end somebody who is gone left early
 * @param minimum the least time of presence; null when a share counts, or any time will do
 * @param percent the least share of the class, in percent; null when a time counts
 * @param absentAfter so long after the beginning somebody who first joins is absent all the same;
 *     null when never
 * @param gapsFrom gaps shorter than that are not told of; they are not counted as presence either
 * @param grace whoever drops with many others and is back so soon is neither late nor gone early
 * @param basis the time that presence is measured against
 * @param breaks whether being there in breaks counts, and breaks with it
 */
public record Policy(
    Duration lateAfter,
    Duration earlyBefore,
    @Nullable Duration minimum,
    @Nullable Integer percent,
    @Nullable Duration absentAfter,
    Duration gapsFrom,
    Duration grace,
    Basis basis,
    boolean breaks) {

  /** What holds where neither plan nor client says anything. */
  public static final Policy USUAL =
      new Policy(
          Duration.ofMinutes(5),
          Duration.ofMinutes(5),
          null,
          75,
          null,
          Duration.ofSeconds(90),
          Duration.ofMinutes(5),
          Basis.ACTUAL,
          true);

  /** What presence is measured against. */
  public enum Basis {
    /** The time the plan had for the class. */
    SCHEDULED,
    /** From its start to its end as they were. */
    ACTUAL,
    /** As actual, but only while a facilitator was there. */
    INSTRUCTOR;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
