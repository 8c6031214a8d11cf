package dev.callboard.session;

import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.session.attendance.Trait;
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

  /** First names, as they are written, that nobody else on the plan has. */
  void firstNames(Plan plan, Map<String, Alias> aliases) {
    for (Member member : plan.people()) {
      Alias alias = aliases.get(member.key());
      String first = first(member);
      List<Member> all =
          plan.people().stream().filter(other -> first(other).equals(first)).toList();
      if (alias != null && all.size() == 1 && first.length() >= SHORTEST_FIRST_NAME) {
        add(first, alias.name(), 0);
      }
    }
  }

  private static String first(Member member) {
    return member.name().strip().split("\\s+", 2)[0];
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
