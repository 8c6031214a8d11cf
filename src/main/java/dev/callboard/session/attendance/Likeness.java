package dev.callboard.session.attendance;

import dev.callboard.chat.Spelling;
import dev.callboard.plan.Member;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares names, in order to propose and never to decide. */
final class Likeness {

  private static final Pattern ASIDE = Pattern.compile("[(\\[{][^)\\]}]*[)\\]}]");

  /** What devices and apps call themselves when nobody told them a name. */
  private static final Pattern DEVICE =
      Pattern.compile(
          "(?:.*\\b)?(?:iphone|ipad|galaxy|android|pixel|macbook|laptop|desktop|zoom"
              + " user|guest|user|participant|unknown|anonymous|room)(?: ?\\d+)?|[\\d+() .-]*");

  private static final Pattern BOT =
      Pattern.compile(
          "(?:.*\\b)?(?:notetaker|note taker|otter ai|fireflies ai|read ai|fathom|tactiq|sembly|"
              + "meeting notes|recorder bot)\\b.*");

  private Likeness() {}

  /** A name without case, accents, asides and punctuation, its words in order of the alphabet. */
  static String plain(String name) {
    String bare = Normalizer.normalize(ASIDE.matcher(name).replaceAll(" "), Normalizer.Form.NFKD);
    String words =
        bare.replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    return Arrays.stream(words.split(" ")).sorted().collect(Collectors.joining(" "));
  }

  /** Whether a name says who somebody is, so that it may be remembered. */
  static boolean telling(String name) {
    String plain = spoken(name);
    return plain.chars().anyMatch(Character::isLetter) && !DEVICE.matcher(plain).matches();
  }

  /** Whether a program that takes notes goes by such a name. */
  static boolean bot(String name) {
    return BOT.matcher(spoken(name)).matches();
  }

  private static String spoken(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+]+", " ").strip();
  }

  /** Those who may be meant by a name, the same name before similar ones; at most three. */
  static List<Member> similar(String name, Collection<Member> people) {
    if (!telling(name)) {
      return List.of();
    }
    String wanted = plain(name);
    List<Member> same =
        people.stream().filter(member -> plain(member.name()).equals(wanted)).limit(3).toList();
    return same.isEmpty()
        ? people.stream().filter(member -> near(wanted, plain(member.name()))).limit(3).toList()
        : same;
  }

  private static boolean near(String wanted, String name) {
    if (Spelling.slips(wanted, name) <= 1) {
      return true;
    }
    Set<String> words = wordsOf(wanted);
    Set<String> others = wordsOf(name);
    return words.size() == 1
        ? others.containsAll(words) && wanted.length() >= 3
        : initials(words, others) || initials(others, words);
  }

  /** {@code Pat L} for Pat Learner: every word is one of the other's, or the beginning of one. */
  private static boolean initials(Set<String> few, Set<String> many) {
    return few.size() <= many.size()
        && few.stream().anyMatch(word -> word.length() >= 3 && many.contains(word))
        && few.stream().allMatch(word -> many.stream().anyMatch(other -> other.startsWith(word)));
  }

  private static Set<String> wordsOf(String plain) {
    return Arrays.stream(plain.split(" ")).collect(Collectors.toSet());
  }
}
