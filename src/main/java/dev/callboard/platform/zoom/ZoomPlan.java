package dev.callboard.platform.zoom;

import dev.callboard.platform.Rate;
import dev.callboard.platform.Rate.Window;
import java.time.Duration;

/** What an account pays for; by it Zoom sets how often all apps of the account together may ask. */
public enum ZoomPlan {
  FREE(2, 1),
  PRO(20, 10),
  /** Business, Education and Enterprise. */
  BUSINESS(60, 40);

  private final int medium;
  private final int heavy;

  /**
   * @param medium requests a second of the label Medium, which messages bear
   * @param heavy the same of the label Heavy, which reports bear
   */
  ZoomPlan(int medium, int heavy) {
    this.medium = medium;
    this.heavy = heavy;
  }

  /**
   * What Callboard takes for messages: of ten one is left for other apps, one a second at least.
   * Not kept count of are the 2,000 a day of {@link #FREE}; Zoom says until when they are used up.
   */
  Rate messages() {
    int ours = ours(medium);
    return new Rate(ours, each(ours), new Window(ours, Duration.ofSeconds(1)));
  }

  /** How far apart reports and their pages are asked for, with as much left for others. */
  Duration reports() {
    return each(ours(heavy));
  }

  private static int ours(int limit) {
    return Math.max(1, limit - Math.max(1, limit / 10));
  }

  private static Duration each(int many) {
    return Duration.ofMillis(Math.ceilDiv(Duration.ofSeconds(1).toMillis(), many));
  }
}
