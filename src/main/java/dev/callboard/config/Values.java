package dev.callboard.config;

import dev.callboard.chat.Spelling;
import dev.callboard.platform.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings by key, as written, with the problems found while reading them. Not thread-safe. */
final class Values {

  private static final String PREFIX = "CALLBOARD_";

  private final Set<String> known;
  private final Map<String, String> values = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * Takes the values of the environment.
   *
   * @param known every key there is
   */
  Values(Set<String> known, Map<String, String> environment) {
    this.known = known;
    Map<String, String> byVariable =
        known.stream().collect(Collectors.toMap(Values::variable, key -> key));
    environment.forEach((variable, value) -> {
      String key = byVariable.get(variable);
      if (key != null) {
        values.put(key, value);
      } else if (variable.startsWith(PREFIX)) {
        unknown(variable, byVariable.keySet());
      }
    });
  }

  /** Takes what a file says beside the environment. */
  void add(SettingsFile file) {
    problems.addAll(file.problems());
    file.values()
        .forEach((key, value) -> {
          if (known.contains(key)) {
            values.putIfAbsent(key, value);
          } else {
            unknown(key, known);
          }
        });
  }

  /** {@code CALLBOARD_SERVER_PORT} for {@code server.port}. */
  static String variable(String key) {
    return PREFIX + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private void unknown(String typed, Set<String> names) {
    problems.add(
        typed
            + ": unknown key"
            + Spelling.nearest(typed, names)
                .map(near -> " (did you mean " + near + "?)")
                .orElse(" (expected: one of those in config/callboard.yaml)"));
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  boolean any(String... keys) {
    return Stream.of(keys).anyMatch(this::has);
  }

  String text(String key, String usual) {
    String value = values.getOrDefault(key, usual);
    if (value.isBlank() && !usual.isBlank()) {
      problem(key, "blank", "a text");
      return usual;
    }
    return value;
  }

  /** A name without blanks or slashes, such as an id. */
  String word(String key, String usual) {
    String value = text(key, usual).strip();
    if (value.matches("[A-Za-z0-9._-]*")) {
      return value;
    }
    problem(key, value, "an id of letters, digits, dots and dashes");
    return usual;
  }

  int port(String key, int usual) {
    String value = values.get(key);
    if (value == null) {
      return usual;
    }
    if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535) {
      return Integer.parseInt(value);
    }
    problem(key, value, "a port from 0 to 65535");
    return usual;
  }

  boolean flag(String key, boolean usual) {
    String value = values.get(key);
    if (value == null || value.equals("true") || value.equals("false")) {
      return value == null ? usual : value.equals("true");
    }
    problem(key, value, "true or false");
    return usual;
  }

  /** One of the constants, by its name in small letters. */
  <E extends Enum<E>> E choice(String key, E usual) {
    String value = text(key, name(usual)).strip();
    List<E> all = List.of(usual.getDeclaringClass().getEnumConstants());
    Optional<E> chosen = all.stream().filter(one -> name(one).equalsIgnoreCase(value)).findFirst();
    if (chosen.isEmpty()) {
      problem(key, value, all.stream().map(Values::name).collect(Collectors.joining(", ")));
    }
    return chosen.orElse(usual);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  URI url(String key, URI usual) {
    return url(key).orElse(usual);
  }

  Optional<URI> url(String key) {
    String value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    try {
      URI url = new URI(value);
      if (url.getHost() != null && url.toString().matches("https?://.*")) {
        return Optional.of(url);
      }
    } catch (URISyntaxException notAnAddress) {
      // said below
    }
    problem(key, value, "an address such as https://callboard.example.com");
    return Optional.empty();
  }

  /** A secret; one that is set but blank is a mistake, for it would guard nothing. */
  @Nullable Secret secret(String key) {
    String value = values.get(key);
    if (value == null) {
      return null;
    }
    if (value.isBlank()) {
      problem(key, "blank", "the secret itself, or no such key");
      return null;
    }
    return new Secret(value.strip());
  }

  /** Words separated by commas or blanks. */
  Set<String> words(String key, Set<String> usual) {
    String value = values.get(key);
    return value == null
        ? usual
        : Stream.of(value.split("[,\\s]+", -1))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Makes something that checks itself; what it complains of becomes problems. */
  <T> Optional<T> make(String prefix, Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (IllegalArgumentException exception) {
      for (String problem : String.valueOf(exception.getMessage()).split("; |\n", -1)) {
        complain(problem.startsWith(prefix) ? problem : prefix + problem);
      }
      return Optional.empty();
    }
  }

  /** Once a key: what is blank need not be called missing too. */
  private void complain(String problem) {
    String key = problem.substring(0, problem.indexOf(':') + 1);
    if (problems.stream().noneMatch(said -> said.startsWith(key))) {
      problems.add(problem);
    }
  }

  void problem(String key, String value, String expected) {
    String shown = value.isBlank() ? "blank" : value;
    complain(key + ": " + shown + " (expected: " + expected + ")");
  }

  List<String> problems() {
    return List.copyOf(problems);
  }
}
