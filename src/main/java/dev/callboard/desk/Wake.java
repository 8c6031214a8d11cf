package dev.callboard.desk;

import dev.callboard.session.SessionId;
import java.util.Set;

/** Told after a commit. */
@FunctionalInterface
public interface Wake {

  /** In these lanes something waits to be sent. */
  void committed(Set<String> lanes);

  /** Something happened to a class. */
  default void changed(SessionId session) {}
}
