package dev.callboard.session.timing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A point of the clock at which somebody is told something.
 *
 * @param key its name within the class; it keeps it when the class is re-planned
 * @param to key of the person who is told
 * @param amount time left before, or time over since, what it is about
 * @param text what was asked to be said; null but for {@code ASKED}
 */
public record Mark(
    String key, Kind kind, Instant due, String to, Duration amount, @Nullable String text) {

  /** What it is about. Of two at the same time, what ends comes before what begins. */
  public enum Kind {
    /** The segment's time is used up. */
    TIME,
    /** The segment runs over. */
    OVER,
    /** Time left in the segment. */
    LEFT,
    /** Time left in the class. */
    CLASS,
    /** What the producer must have ready for the next segment. */
    CUE,
    /** What somebody asked for. */
    ASKED
  }

  private static final String AGAIN = "again/";

  /** The name of what is said once more, because the person wants it. */
  static String again(int prompt, String about) {
    return AGAIN + prompt + "/" + about(about);
  }

  /** What a mark that is said once more is about; another's own name. */
  static String about(String key) {
    return key.startsWith(AGAIN) ? key.split("/", 3)[2] : key;
  }

  /** Whether it was said before. */
  public boolean again() {
    return key.startsWith(AGAIN);
  }

  /** How much it matters that it is said on its second. */
  enum Precision {
    /** May come a little early or late with something else. */
    LOOSE,
    /** Only with what must be said on the second. */
    NEAR,
    /** On the second, whatever else falls due. */
    EXACT
  }

  Precision precision() {
    return switch (kind) {
      case TIME, OVER, ASKED -> Precision.EXACT;
      case CLASS -> amount.isZero() ? Precision.NEAR : Precision.LOOSE;
      case LEFT, CUE -> Precision.LOOSE;
    };
  }

  /** Marks of one family follow each other: a later one makes those before it idle. */
  String family() {
    return switch (kind) {
      case TIME, OVER, LEFT -> "segment";
      case CLASS -> "class";
      case CUE -> "cue";
      case ASKED -> key;
    };
  }
}
