package dev.callboard.command;

import dev.callboard.chat.Brief;
import dev.callboard.command.Param.Type;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads what follows the word, as the command's parameters want it. */
final class ArgumentParser {

  private ArgumentParser() {}

  static Arguments parse(Spec spec, String rest) {
    Map<String, String> values = new HashMap<>();
    String left = rest.strip();
    for (Param param : spec.params()) {
      if (left.isEmpty()) {
        if (param.required()) {
          throw CommandException.usage("`" + spec.word() + "` needs " + wanted(param) + ".");
        }
        continue;
      }
      if (param.type() instanceof Type.Text text) {
        values.put(param.name(), bounded(param.name(), left, text.max()));
        return new Arguments(values);
      }
      int end = endOfWord(left);
      values.put(param.name(), value(param, left.substring(0, end)));
      left = left.substring(end).strip();
    }
    if (!left.isEmpty()) {
      throw CommandException.usage("I did not understand “" + shortened(left) + "” at the end.");
    }
    return new Arguments(values);
  }

  private static String value(Param param, String word) {
    return switch (param.type()) {
      case Type.Whole number -> number(param, number, word);
      case Type.Choice choice -> choice(param, choice, word);
      case Type.Name name -> bounded(param.name(), word, 200);
      case Type.Text text -> bounded(param.name(), word, text.max());
    };
  }

  private static String number(Param param, Type.Whole bounds, String word) {
    try {
      int number = Integer.parseInt(word);
      if (number >= bounds.min() && number <= bounds.max()) {
        return Integer.toString(number);
      }
    } catch (NumberFormatException ignored) {
      // said below, with the bounds
    }
    throw CommandException.usage(
        "“" + shortened(word) + "” does not work here: I need " + wanted(param) + ".");
  }

  private static String choice(Param param, Type.Choice choice, String word) {
    return Names.closest(word.toLowerCase(Locale.ROOT), choice.values())
        .orElseThrow(() ->
            CommandException.usage(
                "“" + shortened(word) + "” does not work here: I need " + wanted(param) + "."));
  }

  private static String bounded(String name, String text, int max) {
    if (text.length() > max) {
      throw CommandException.usage(
          "That " + name + " has " + text.length() + " characters; " + max + " fit.");
    }
    return text;
  }

  private static String wanted(Param param) {
    return switch (param.type()) {
      case Type.Whole number -> "a number from " + number.min() + " to " + number.max();
      case Type.Choice choice -> "one of " + String.join(", ", choice.values());
      case Type.Name name -> "a " + param.name();
      case Type.Text _ -> (param.name().contains(" ") ? "" : "a ") + param.name();
    };
  }

  private static int endOfWord(String text) {
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static String shortened(String text) {
    return Brief.of(text, 40);
  }
}
