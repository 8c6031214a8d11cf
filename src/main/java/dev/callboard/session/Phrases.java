package dev.callboard.session;

import dev.callboard.session.attendance.Trait;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people are called within texts, and what to say instead. */
final class Phrases {

  private static final int SHORTEST_FIRST_NAME = 3;
  private static final String BEFORE = "(?<![\\p{L}\\p{N}])";
  private static final String AFTER = "(?![\\p{L}\\p{N}])";

  private final Map<String, Pattern> patterns = new LinkedHashMap<>();
  private final Map<String, String> instead = new LinkedHashMap<>();

  /** A text that is theirs however it is written. */
  void whole(String phrase, String other) {
    add(phrase, other, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** A name of several words; one alone may be anything, such as a device. */
  void name(String name, Alias alias, Set<String> others) {
    if (name.strip().contains(" ") && !others.contains(Trait.name(name))) {
      whole(name.strip(), alias.name());
    }
  }

  /** The first of the words of a name, as it is written, if it is nobody else's. */
  void firstName(String name, Alias alias, Set<String> others) {
    String first = name.strip().split("\\s+", 2)[0];
    if (first.length() >= SHORTEST_FIRST_NAME && !anothers(first, others)) {
      add(first, alias.name(), 0);
    }
  }

  /**
   * Whether the words of a name are in that of somebody else, too.
   *
   * @param others names as traits
   */
  private static boolean anothers(String name, Set<String> others) {
    Set<String> words = words(Trait.name(name));
    return others.stream().anyMatch(other -> words(other).containsAll(words));
  }

  private static Set<String> words(String trait) {
    return new HashSet<>(List.of(trait.substring(trait.indexOf(':') + 1).split(" ", -1)));
  }

  private void add(String phrase, String other, int flags) {
    patterns.putIfAbsent(phrase, Pattern.compile(BEFORE + Pattern.quote(phrase) + AFTER, flags));
    instead.putIfAbsent(phrase, other);
  }

  /** The text with the other words. */
  String without(String text) {
    String rest = text;
    for (Map.Entry<String, Pattern> phrase : patterns.entrySet()) {
      String other = instead.getOrDefault(phrase.getKey(), "");
      rest = phrase.getValue().matcher(rest).replaceAll(Matcher.quoteReplacement(other));
    }
    return rest;
  }
}
