package dev.callboard.command;

import java.util.List;
import java.util.Locale;

/**
 * One parameter of a command.
 *
 * @param name lower case; usage lines show it in capitals. Behind a bar stand words to type as they
 *     are, such as {@code number|next}; a name with a space in it is shown as it is
 * @param shown whether usage lines show it; what only buttons type is not
 */
public record Param(String name, Type type, boolean required, boolean shown) {

  /** What may stand there. */
  public sealed interface Type {
    /** A whole number within bounds, both included. */
    record Whole(int min, int max) implements Type {}

    /** One of a few words, which usage lines show with bars between them. */
    record Choice(List<String> values) implements Type {}

    /** One word: a name that the command looks up itself. */
    record Name() implements Type {}

    /**
     * All that is left of the line.
     *
     * @param max characters at most
     */
    record Text(int max) implements Type {}
  }

  public static Param name(String name) {
    return new Param(name, new Type.Name(), true, true);
  }

  public static Param number(String name, int min, int max) {
    return new Param(name, new Type.Whole(min, max), true, true);
  }

  public static Param choice(String name, String... values) {
    return new Param(name, new Type.Choice(List.of(values)), true, true);
  }

  public static Param text(String name, int max) {
    return new Param(name, new Type.Text(max), true, true);
  }

  public Param optional() {
    return new Param(name, type, false, shown);
  }

  /** Optional, and typed by buttons alone. */
  public Param ofButtons() {
    return new Param(name, type, false, false);
  }

  String usage() {
    String shown =
        type instanceof Type.Choice choice ? String.join("|", choice.values()) : capitals();
    return required ? shown : "[" + shown + "]";
  }

  private String capitals() {
    if (name.contains(" ")) {
      return name;
    }
    int bar = name.indexOf('|');
    String value = bar < 0 ? name : name.substring(0, bar);
    return value.toUpperCase(Locale.ROOT) + name.substring(value.length());
  }
}
