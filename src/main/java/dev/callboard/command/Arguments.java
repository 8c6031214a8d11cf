package dev.callboard.command;

import java.util.Map;
import java.util.Optional;

/** What the caller gave for a command's parameters, already of the right type. */
public record Arguments(Map<String, String> values) {

  public Arguments {
    values = Map.copyOf(values);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The value of a required parameter. */
  public String text(String name) {
    return find(name)
        .orElseThrow(
            () -> new IllegalStateException("parameter: " + name + " (expected: required)"));
  }

  /** The value of a required number. */
  public int number(String name) {
    return Integer.parseInt(text(name));
  }
}
