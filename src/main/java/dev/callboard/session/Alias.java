package dev.callboard.session;

import java.util.Locale;
import java.util.Optional;

/**
 * What stands in a log for somebody who was erased from it.
 *
 * @param key instead of their key, and of whatever tells them from others
 * @param name instead of their name
 */
public record Alias(String key, String name) {

  private static final int LETTERS = 26;

  /**
   * The alias of a number: {@code Forgotten A}, … {@code Forgotten Z}, {@code Forgotten AA}, …
   *
   * @param number from 0
   */
  static Alias of(int number) {
    StringBuilder letters = new StringBuilder();
    for (int rest = number; rest >= 0; rest = rest / LETTERS - 1) {
      letters.insert(0, (char) ('a' + rest % LETTERS));
    }
    String name = letters.toString();
    return new Alias("forgotten-" + name, "Forgotten " + name.toUpperCase(Locale.ROOT));
  }

  /** Whether somebody who is called so was erased before. */
  static boolean stands(String name) {
    return name.matches("Forgotten [A-Z]{1,4}");
  }

  /** What stands for somebody who is called so; empty when they were not erased. */
  static Optional<Alias> called(String name) {
    return stands(name)
        ? Optional.of(new Alias(name.toLowerCase(Locale.ROOT).replace(' ', '-'), name))
        : Optional.empty();
  }

  /** An address that nobody can have, see RFC 2606. */
  String email() {
    return key + "@forgotten.invalid";
  }

  /** Stands for an id: one and the same for one id, and nobody can tell the id from it. */
  String hidden(String id) {
    return key + "-" + Integer.toString(number(id), Character.MAX_RADIX);
  }

  /**
   * Small enough that thousands of ids share it, large enough for those of one person to differ.
   */
  private static int number(String id) {
    return Math.floorMod(id.hashCode(), 997);
  }
}
