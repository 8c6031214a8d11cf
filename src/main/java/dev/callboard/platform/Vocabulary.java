package dev.callboard.platform;

import java.util.List;

/**
 * The words people can type, as a platform's menu or an autocomplete shows them.
 *
 * @param words most typed first
 */
public record Vocabulary(List<Word> words) {

  public Vocabulary {
    words = List.copyOf(words);
  }

  /**
   * One word.
   *
   * @param usage the word with its parameters, such as {@code page [NUMBER|next]}
   * @param summary one short sentence without a full stop
   * @param frequent whether it is one of the ten typed most, which get a slash command of their own
   */
  public record Word(
      String word, String usage, String summary, List<String> examples, boolean frequent) {
    public Word {
      examples = List.copyOf(examples);
    }
  }
}
