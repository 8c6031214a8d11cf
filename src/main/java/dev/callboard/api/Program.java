package dev.callboard.api;

import dev.callboard.plan.Client.May;
import java.util.Set;

/**
 * A program that was let in.
 *
 * @param client whose classes are its business; those of no other client exist for it
 * @param name what it is called
 */
record Program(String client, String name, Set<May> may) {

  @Override
  public String toString() {
    return client + "/" + name;
  }
}
