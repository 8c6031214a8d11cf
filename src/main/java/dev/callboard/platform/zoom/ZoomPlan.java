package dev.callboard.platform.zoom;

import dev.callboard.platform.Rate;
import dev.callboard.platform.Rate.Window;
import java.time.Duration;

/** What an account pays for; by it Zoom sets how often all apps of the account together may ask. */
public enum ZoomPlan {
  FREE(2),
  PRO(20),
  /** Business, Education and Enterprise. */
  BUSINESS(60);

  private final int medium;

  /**
   * @param medium requests a second of the label Medium, which messages bear
   */
  ZoomPlan(int medium) {
    this.medium = medium;
  }

  /**
   * What Callboard takes for messages: of ten one is left for other apps, one a second at least.
   * Not kept count of are the 2,000 a day of {@link #FREE}; Zoom says until when they are used up.
   */
  Rate messages() {
    int ours = medium - Math.max(1, medium / 10);
    Duration second = Duration.ofSeconds(1);
    Duration each = Duration.ofMillis(Math.ceilDiv(second.toMillis(), ours));
    return new Rate(ours, each, new Window(ours, second));
  }
}
