package dev.callboard.command.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number of minutes at the beginning or the end of some words: {@code 5}, {@code -3 min qa},
 * {@code "A film" 10}.
 *
 * @param amount as typed; one too large to make sense is cut, still too large to make sense
 * @param rest the other words
 */
record Minutes(int amount, String rest) {

  private static final Pattern NUMBER = Pattern.compile("[+\\-−–]?\\d+(m|min|mins|minutes?)?");
  private static final Pattern UNIT = Pattern.compile("m|min|mins|minutes?");

  static Optional<Minutes> of(String text) {
    List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+")));
    if (words.size() > 1 && words.getFirst().equals("by")) {
      words.removeFirst();
    }
    if (matches(NUMBER, words, 0)) {
      return Optional.of(taken(words, 0));
    }
    int last = words.size() - (matches(UNIT, words, words.size() - 1) ? 2 : 1);
    return matches(NUMBER, words, last) ? Optional.of(taken(words, last)) : Optional.empty();
  }

  private static Minutes taken(List<String> words, int index) {
    int amount = amount(words.remove(index));
    if (matches(UNIT, words, index)) {
      words.remove(index);
    }
    return new Minutes(amount, String.join(" ", words));
  }

  private static boolean matches(Pattern pattern, List<String> words, int index) {
    return index >= 0 && index < words.size() && pattern.matcher(words.get(index)).matches();
  }

  private static int amount(String word) {
    String digits = word.replaceAll("\\D", "");
    int size = digits.length() > 6 ? 999_999 : Integer.parseInt(digits);
    return Character.isDigit(word.charAt(0)) || word.charAt(0) == '+' ? size : -size;
  }
}
