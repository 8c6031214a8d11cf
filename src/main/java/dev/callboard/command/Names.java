package dev.callboard.command;

import dev.callboard.chat.Spelling;
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
        : only(names.stream().filter(name -> Spelling.slips(wanted, name) == 1).toList());
  }

  /**
   * Names that may have been meant, first those of which what was typed is a part; at most three.
   */
  public static List<String> similar(String typed, Collection<String> names) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, Math.min(3, wanted.length() / 2));
    return names.stream()
        .filter(name -> isPart(wanted, name) || Spelling.slips(wanted, name) <= allowed)
        .sorted(
            Comparator.comparing((String name) -> !isPart(wanted, name))
                .thenComparingInt(name -> Spelling.slips(wanted, name))
                .thenComparing(n -> n))
        .limit(3)
        .toList();
  }

  private static boolean isPart(String wanted, String name) {
    return name.startsWith(wanted) || (wanted.length() > 2 && name.endsWith(wanted));
  }

  private static Optional<String> only(List<String> names) {
    return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
  }
}
