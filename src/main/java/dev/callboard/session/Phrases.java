package dev.callboard.session;

import dev.callboard.plan.Member;
import dev.callboard.session.attendance.Trait;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people are called within texts, and what to say instead. */
final class Phrases {

  private static final int SHORTEST = 3;
  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** Names that are words as well, which are left where they are written small. */
  private static final Set<String> COMMON =
      Set.of(
          "april", "art", "august", "best", "bill", "black", "brown", "chance", "day", "dean",
          "drew", "early", "faith", "field", "good", "grace", "gray", "green", "guest", "guy",
          "hall", "hope", "joy", "june", "king", "late", "learner", "long", "mark", "may", "page",
          "pat", "post", "ray", "rose", "short", "small", "student", "team", "van", "von", "white",
          "will", "wood", "young");

  private static final String BEFORE = "(?<![\\p{L}\\p{N}])";
  private static final String AFTER = "(?![\\p{L}\\p{N}])";

  private final Map<String, Pattern> patterns = new LinkedHashMap<>();
  private final Map<String, String> instead = new LinkedHashMap<>();
  private final Wrote wrote = new Wrote();

  /** A text that is theirs however it is written. */
  void whole(String phrase, String other) {
    add(phrase, other, ANY_CASE);
  }

  /** A name of several words; one alone may be anything, such as a device. */
  void name(String name, Alias alias, Set<String> others) {
    if (name.strip().contains(" ") && !others.contains(Trait.name(name))) {
      whole(name.strip(), alias.name());
    }
  }

  /**
   * What somebody is called for short: the first of their names as it is written wherever it
   * stands, and all of them and their key in any case in what people wrote; unless it is somebody
   * else's, too.
   */
  void called(Member member, Alias alias, Set<String> others) {
    called(member.name(), alias, others);
    if (telling(member.key(), others)) {
      wrote.add(member.key(), alias.name());
    }
  }

  /** The same of somebody of whom nothing but the name is known. */
  void called(String name, Alias alias, Set<String> others) {
    String[] names = name.strip().split("\\s+", -1);
    if (telling(names[0], others)) {
      add(names[0], alias.name(), 0);
    }
    for (String each : names) {
      boolean particle = names.length > 1 && Character.isLowerCase(each.codePointAt(0));
      if (!particle && telling(each, others)) {
        wrote.add(each, alias.name());
      }
    }
  }

  private static boolean telling(String name, Set<String> others) {
    return name.length() >= SHORTEST && !anothers(name, others);
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

  /** How they are called in what people wrote, in any case; common words only as a name. */
  private static final class Wrote {

    private final Map<Pattern, String> names = new LinkedHashMap<>();

    void add(String name, String other) {
      String plain = name.toLowerCase(Locale.ROOT);
      if (COMMON.contains(plain)) {
        String first = name.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
        names.put(pattern(first, 0), other);
        names.put(pattern(name.toUpperCase(Locale.ROOT), 0), other);
      } else {
        names.put(pattern(name, ANY_CASE), other);
      }
    }
  }

  private static Pattern pattern(String phrase, int flags) {
    return Pattern.compile(BEFORE + Pattern.quote(phrase) + AFTER, flags);
  }

  private void add(String phrase, String other, int flags) {
    patterns.putIfAbsent(phrase, pattern(phrase, flags));
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

  /** What somebody wrote, with the other words for what they are called for short. */
  String prose(String text) {
    String rest = text;
    for (Map.Entry<Pattern, String> name : wrote.names.entrySet()) {
      rest = name.getKey().matcher(rest).replaceAll(Matcher.quoteReplacement(name.getValue()));
    }
    return rest;
  }
}
