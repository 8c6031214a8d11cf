package dev.callboard.plan;

import java.util.Set;

/** Whether the rights that a plan gives are words of commands. */
final class RightsLint {

  private RightsLint() {}

  static void check(Spot root, Set<String> words, Findings findings) {
    for (Spot right : root.get("rights").each("facilitator")) {
      right
          .text()
          .filter(word -> !words.contains(word))
          .ifPresent(word ->
              findings.mistake(
                  right.pointer(), right.unknown(word, words, "a command word, such as page")));
    }
  }
}
