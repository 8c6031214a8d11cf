package dev.callboard.plan;

import java.util.List;
import java.util.Optional;

/** The plans that can be opened. A plan with mistakes is listed with them and hinders no other. */
public interface Library {

  /** Keys of all plans, sound or not, in alphabetical order. */
  List<String> keys();

  Optional<Reading> read(String key);

  /** A plan without the people of the roster beside it; empty when it has mistakes by itself. */
  Optional<Plan> alone(String key);

  /** The text of a plan's file as its author wrote it; empty when it cannot be read. */
  Optional<String> text(String key);

  /** What would be read, were this the text of the plan's file; without the roster beside it. */
  Reading tried(String key, String text);
}
