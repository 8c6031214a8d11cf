package dev.callboard.plan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The keys of a list: those given, and for the rest, keys made of their titles. */
public final class Keys {

  private static final int LONGEST = 40;

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  private Keys() {}

  /**
   * Keys in the order of the list. Made ones never clash: the second {@code Break} is {@code
   * break-2}.
   *
   * @param title the name of the entry that a key is made of
   */
  static List<String> of(List<Spot> list, String title) {
    Keys keys = new Keys();
    list.forEach(entry -> entry.text("key").ifPresent(keys.taken::add));
    List<String> all = new ArrayList<>();
    for (Spot entry : list) {
      int number = all.size() + 1;
      all.add(
          entry.text("key").orElseGet(() -> keys.free(made(entry.text(title).orElse(""), number))));
    }
    return all;
  }

  /** Keys made of names, none of which is taken yet. */
  public static List<String> more(Collection<String> taken, List<String> names) {
    Keys keys = new Keys();
    keys.taken.addAll(taken);
    List<String> all = new ArrayList<>();
    for (String name : names) {
      all.add(keys.free(made(name, all.size() + 1)));
    }
    return all;
  }

  private static String made(String title, int number) {
    String plain = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String made =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return made.isEmpty() ? "no-" + number : shortened(made, LONGEST);
  }

  private String free(String wanted) {
    String key = wanted;
    while (!taken.add(key)) {
      String numbered = shortened(wanted, LONGEST - 7);
      key = numbered + "-" + numbers.merge(numbered, 2, (used, _) -> used + 1);
    }
    return key;
  }

  private static String shortened(String key, int length) {
    return key.length() <= length ? key : key.substring(0, length).replaceAll("-+$", "");
  }
}
