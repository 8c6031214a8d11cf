package dev.callboard.config;

import java.util.List;

/** The configuration cannot be used; says everything that is wrong with it. */
public final class SettingsException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  SettingsException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence a problem: the key, its value unless secret, and what was expected. */
  public List<String> problems() {
    return problems;
  }
}
