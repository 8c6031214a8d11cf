package dev.callboard.report.deeds;

import dev.callboard.report.deeds.Deed.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an event.
 *
 * @param segment key of the segment it is about; null when it is about none
 */
record Sentence(Kind kind, @Nullable String segment, String words) {

  static Sentence of(Kind kind, String words) {
    return new Sentence(kind, null, words);
  }
}
