package dev.callboard.console;

import dev.callboard.plan.Role;
import dev.callboard.session.Session;
import java.util.Set;

/** Knows the words of commands that somebody may use in a class. */
@FunctionalInterface
public interface Words {
  Set<String> of(Role role, Session session);
}
