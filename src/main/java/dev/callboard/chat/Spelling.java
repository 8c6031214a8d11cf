package dev.callboard.chat;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody who slipped probably meant. */
public final class Spelling {

  private static final int LONGEST = 60;

  private Spelling() {}

  /** The nearest of the known words, when it is at most two slips away. */
  public static Optional<String> nearest(String typed, Collection<String> known) {
    return known.stream()
        .filter(word -> slips(typed, word) <= Math.min(2, Math.max(1, typed.length() / 2)))
        .min(Comparator.comparingInt((String word) -> slips(typed, word)).thenComparing(w -> w));
  }

  /**
   * Letters added, left out, changed or swapped between two words (optimal string alignment). Words
   * of very different length are as far apart as the longer is long.
   */
  public static int slips(String left, String right) {
    if (Math.abs(left.length() - right.length()) > 3 || left.length() > LONGEST) {
      return Math.max(left.length(), right.length());
    }
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, left, right, i, j);
      }
    }
    return cost[left.length()][right.length()];
  }

  private static int step(int[][] cost, String left, String right, int i, int j) {
    int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
    int best = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
