package dev.callboard.command;

import dev.callboard.chat.Line;
import dev.callboard.plan.Role;
import dev.callboard.session.Session;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  /**
   * Whether somebody may use a command: by the command itself, or by the plan, which may let its
   * facilitators do more.
   */
  public static boolean may(Spec spec, Role role, @Nullable Session session) {
    boolean granted =
        session != null
            && role == Role.FACILITATOR
            && session.plan().facilitatorMay().contains(spec.word());
    return granted || spec.who().contains(role);
  }

  /** The words that somebody may use in a class. */
  public Set<String> allowed(Role role, Session session) {
    return byWord.values().stream()
        .map(Command::spec)
        .filter(spec -> may(spec, role, session))
        .map(Spec::word)
        .collect(Collectors.toCollection(TreeSet::new));
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
