package dev.callboard.desk;

import java.util.Set;

/** Told, after a commit, in which lanes something waits to be sent. */
@FunctionalInterface
public interface Wake {
  void committed(Set<String> lanes);
}
