package dev.callboard.command;

import dev.callboard.chat.Line;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /** Every word there is, those of buttons too. */
  public Set<String> words() {
    return byWord.keySet();
  }

  /** A usage line as an answer shows it. */
  static Line usage(Spec spec) {
    return Line.of("Usage: ").code(spec.usage());
  }
}
