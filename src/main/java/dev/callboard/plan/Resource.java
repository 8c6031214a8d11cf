package dev.callboard.plan;

import java.net.URI;

/**
 * A link prepared before class.
 *
 * @param key the short word a producer types
 * @param audience where it may be shown
 */
public record Resource(String key, String title, URI url, Show audience) {

  /** Where a resource may be shown. */
  public enum Show {
    LEARNERS,
    /** Answer keys, facilitator guides: never in the class room. */
    TEAM
  }
}
