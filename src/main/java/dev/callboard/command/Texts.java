package dev.callboard.command;

import java.util.Map;

/** What learners read, in their languages. */
public interface Texts {

  /**
   * A sentence in a language; in English when that language has none.
   *
   * @param language a BCP 47 tag
   * @param key such as {@code page}
   * @param values named parts of the pattern
   */
  String say(String language, String key, Map<String, Object> values);
}
