package dev.callboard.report.deeds;

import dev.callboard.report.deeds.Deed.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an event.
 *
 * @param segment key of the segment it is about; null when it is about none
 */
record Words(Kind kind, @Nullable String segment, String sentence) {

  static Words of(Kind kind, String sentence) {
    return new Words(kind, null, sentence);
  }
}
