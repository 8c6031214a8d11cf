package dev.callboard.command.roll;

import dev.callboard.plan.Member;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line that begins with somebody's name, and says more after it. The name may be of several
 * words: it stands between quotation marks, or is the longest of the roster that the line begins
 * with, or else the first word. Pure.
 *
 * @param rest empty when there is nothing after the name
 */
public record NameFirst(String name, String rest) {

  private static final Pattern QUOTED =
      Pattern.compile("[\"“”„«']([^\"“”„»]+?)[\"“”»'](?![\\p{L}\\d])(.*)", Pattern.DOTALL);

  /** What may part a name from what is said of them, besides white space. */
  private static final Pattern PARTED = Pattern.compile("[,:\\s]+");

  public static NameFirst of(String line, Collection<Member> roster) {
    String typed = line.strip();
    Matcher quoted = QUOTED.matcher(typed);
    if (quoted.matches()) {
      return parted(quoted.group(1), quoted.group(2));
    }
    return longest(typed, roster)
        .map(name -> parted(typed.substring(0, name.length()), typed.substring(name.length())))
        .orElseGet(() -> byWord(typed));
  }

  private static Optional<String> longest(String typed, Collection<Member> roster) {
    return roster.stream()
        .flatMap(member -> Stream.of(member.key(), member.name()))
        .filter(name -> begins(typed, name))
        .max(Comparator.comparingInt(String::length));
  }

  private static boolean begins(String typed, String name) {
    return typed.regionMatches(true, 0, name, 0, name.length())
        && (typed.length() == name.length()
            || PARTED.matcher(typed.substring(name.length(), name.length() + 1)).matches());
  }

  private static NameFirst byWord(String typed) {
    Matcher end = PARTED.matcher(typed);
    return end.find() && end.start() > 0
        ? parted(typed.substring(0, end.start()), typed.substring(end.end()))
        : new NameFirst(typed, "");
  }

  private static NameFirst parted(String name, String rest) {
    Matcher between = PARTED.matcher(rest);
    return new NameFirst(
        name.strip(), (between.lookingAt() ? rest.substring(between.end()) : rest).strip());
  }
}
