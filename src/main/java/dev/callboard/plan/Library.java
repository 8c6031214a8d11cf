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
}
