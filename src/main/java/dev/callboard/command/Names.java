package dev.callboard.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant by a name that they may have mistyped or cut short. */
public final class Names {

  private Names() {}

  /**
   * The one name that was surely meant: the same letters, the only one that begins so, or the only
   * one a single slip away. Empty when there is none or there are several.
   */
  public static Optional<String> closest(String typed, Collection<String> names) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    if (names.contains(wanted)) {
      return Optional.of(wanted);
    }
    Optional<String> begun = only(names.stream().filter(name -> name.startsWith(wanted)).toList());
    if (begun.isPresent()) {
      return begun;
    }
    return wanted.length() < 4
        ? Optional.empty()
        : only(names.stream().filter(name -> slips(wanted, name) == 1).toList());
  }

  /** Names that may have been meant, nearest first; at most three. */
  public static List<String> similar(String typed, Collection<String> names) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, Math.min(3, wanted.length() / 2));
    return names.stream()
        .filter(name -> slips(wanted, name) <= allowed || name.startsWith(wanted))
        .sorted(Comparator.comparingInt((String name) -> slips(wanted, name)).thenComparing(n -> n))
        .limit(3)
        .toList();
  }

  private static Optional<String> only(List<String> names) {
    return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
  }

  /**
   * Letters added, left out, changed or swapped between two words (optimal string alignment). Words
   * of very different length are as far apart as the longer is long.
   */
  static int slips(String left, String right) {
    if (Math.abs(left.length() - right.length()) > 3 || left.length() > 60) {
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
