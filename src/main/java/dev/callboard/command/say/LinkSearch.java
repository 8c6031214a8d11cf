package dev.callboard.command.say;

import dev.callboard.chat.Spelling;
import dev.callboard.plan.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the links that somebody means by a few hasty words: of their keys or their titles. */
final class LinkSearch {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");
  private static final int SHORTEST_WITH_A_SLIP = 4;

  private LinkSearch() {}

  /**
   * What is meant, found in the surest way that finds anything: by the key, by all of the name, by
   * how it begins, by some of its words, by a name one slip away.
   */
  static List<Resource> meant(String typed, List<Resource> resources) {
    String key = typed.strip().toLowerCase(Locale.ROOT);
    List<String> words = words(typed).toList();
    String name = String.join("", words);
    if (name.isEmpty()) {
      return List.of();
    }
    Stream<Predicate<Resource>> ways =
        Stream.of(
            resource -> resource.key().equals(key),
            resource -> names(resource).anyMatch(name::equals),
            resource -> names(resource).anyMatch(known -> known.startsWith(name)),
            resource -> words.stream().allMatch(word -> hasWord(resource, word)),
            resource -> names(resource).anyMatch(known -> slipped(name, known)));
    return ways.map(way -> resources.stream().filter(way).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean hasWord(Resource resource, String typed) {
    return Stream.of(resource.key(), resource.title())
        .flatMap(LinkSearch::words)
        .anyMatch(word -> word.startsWith(typed) || slipped(typed, word));
  }

  private static boolean slipped(String typed, String known) {
    return typed.length() >= SHORTEST_WITH_A_SLIP && Spelling.slips(typed, known) == 1;
  }

  /** Key and title without what is between their words: “hand out” is the handout. */
  private static Stream<String> names(Resource resource) {
    return Stream.of(resource.key(), resource.title())
        .map(name -> String.join("", words(name).toList()));
  }

  private static Stream<String> words(String text) {
    return BETWEEN_WORDS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty() && !ARTICLES.contains(word));
  }
}
