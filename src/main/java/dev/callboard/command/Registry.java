package dev.callboard.command;

import dev.callboard.chat.Line;
import dev.callboard.plan.Role;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All commands by their word. Two commands with one word are a mistake at start-up. */
public final class Registry {

  private final Map<String, Command> byWord;

  public Registry(List<Command> commands) {
    Map<String, Command> words = new LinkedHashMap<>();
    for (Command command : commands) {
      if (words.put(command.spec().word(), command) != null) {
        throw new IllegalArgumentException(
            "command: " + command.spec().word() + " (expected: each word once)");
      }
    }
    byWord = java.util.Collections.unmodifiableMap(words);
  }

  public Optional<Command> find(String word) {
    return Optional.ofNullable(byWord.get(word));
  }

  /** Specs that belong in menus, most typed first. */
  public List<Spec> menu() {
    return byWord.values().stream()
        .map(Command::spec)
        .filter(spec -> spec.rank() > 0)
        .sorted(Comparator.comparingInt(Spec::rank))
        .toList();
  }

  /** Words of the menu that a role may use. */
  public List<String> words(Role role) {
    return menu().stream().filter(spec -> spec.who().contains(role)).map(Spec::word).toList();
  }

  /** A usage line as an answer shows it. */
  static Line usage(Spec spec) {
    return Line.of("Usage: ").code(spec.usage());
  }
}
